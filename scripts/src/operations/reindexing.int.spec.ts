import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createJobs } from '@guiche/kit/schedule';
import { testDatabase } from '@guiche/kit/testing';
import type { TestDatabase } from '@guiche/kit/testing';
import { reindexingProgress, startReindexing } from './reindexing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await createJobs({ connection: database.connection }).prepare();
});
afterAll(() => database.drop());

it('a run over everything for search is started once at a time, tells how far it is, and is started anew once it has ended', async () => {
  const { connection } = database;
  const jobs = connection.collection('jobs');
  const now = new Date('2026-03-06T12:00:00Z');
  expect(await reindexingProgress(connection)).toBeUndefined();
  expect(await startReindexing(connection, now)).toBe('started');
  expect(await startReindexing(connection, now)).toBe('under way');
  await connection.collection('processes').insertMany([{}, {}]);
  await jobs.updateOne({ kind: 'reindex-search' }, { $set: { 'data.done': 1 } });
  await jobs.insertOne({ kind: 'index-process', key: 'p/1', state: 'waiting' });
  expect(await reindexingProgress(connection)).toEqual({ state: 'running', linedUp: 1, total: 2, waiting: 1 });
  await jobs.updateMany({}, { $set: { state: 'done' } });
  expect(await reindexingProgress(connection)).toEqual({ state: 'done', linedUp: 2, total: 2, waiting: 0 });
  expect(await startReindexing(connection, now)).toBe('started');
});
