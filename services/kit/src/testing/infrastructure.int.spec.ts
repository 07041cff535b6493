import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import amqp from 'amqplib';
import { assertTransactional, testBroker, testDatabase } from './index.ts';
import type { TestBroker, TestDatabase } from './index.ts';

describe('testDatabase', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await database.connection.createCollection('inside');
  });
  afterAll(() => database.drop());

  it('tells writes inside a transaction from those outside', async () => {
    const { connection, commands } = database;
    await connection.transaction(async (session) => {
      await connection.collection('inside').insertOne({ a: 1 }, { session });
      await connection.collection('inside').updateMany({}, { $set: { a: 2 } }, { session });
    });
    expect(() => assertTransactional(commands, { except: [] })).not.toThrow();
    await connection.collection('outside').insertOne({ a: 1 });
    expect(() => assertTransactional(commands, { except: [] })).toThrow('insert outside');
    expect(() => assertTransactional(commands, { except: [/^outside$/] })).not.toThrow();
  });
});

describe('testBroker', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await testBroker();
  });
  afterAll(() => broker.drop());

  it('is an empty virtual host where everything may be declared', async () => {
    const connection = await amqp.connect(broker.url);
    const channel = await connection.createChannel();
    await channel.assertQueue('q.test', { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    await channel.close();
    await connection.close();
    expect((await broker.api.queues()).map(({ name }) => name)).toEqual(['q.test']);
  });
});
