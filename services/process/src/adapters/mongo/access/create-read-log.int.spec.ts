import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLog } from '@guiche/kit/log';
import { testDatabase } from '@guiche/kit/testing';
import type { TestDatabase } from '@guiche/kit/testing';
import { Registry } from 'prom-client';
import type { ReadEntry } from '../../../domain/access/read-log.ts';
import { createReadLog } from './create-read-log.ts';
import { readLogSchema } from './read-log-row.ts';

const entry = (id: string): ReadEntry => ({
  id, municipalityId: 'campinas', processId: 'p', part: 'DOCUMENTS', documentId: null, reader: 'person:ana', at: new Date('2026-03-06T12:00:00Z'), correlationId: 'c',
});

describe('the log of readings (LW-03)', () => {
  let database: TestDatabase;
  const log = createLog({ service: 'test', level: 'fatal' });
  beforeAll(async () => {
    database = await testDatabase();
    database.connection.model('ReadLog', readLogSchema);
  });
  beforeEach(() => database.connection.collection('read_log').deleteMany({}));
  afterAll(() => database.drop());

  const ids = async (): Promise<unknown[]> =>
    (await database.connection.collection('read_log').find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
  const lostOf = async (metrics: Registry): Promise<number | undefined> => (await metrics.getSingleMetric('guiche_read_log_lost_total')?.get())?.values[0]?.value;
  /** The connection with the first writes failing. */
  const failing = (times: number) => {
    const model = database.connection.model('ReadLog');
    let left = times;
    return { model: () => ({ bulkWrite: (...args: Parameters<typeof model.bulkWrite>) => (left-- > 0 ? Promise.reject(new Error('away')) : model.bulkWrite(...args)) }) } as unknown as TestDatabase['connection'];
  };

  it('writes in batches what was noted, and the rest when it ends', async () => {
    const readLog = createReadLog({ connection: database.connection, log, metrics: new Registry(), everyMs: 3_600_000 });
    for (let n = 0; n < 1_200; n += 1) readLog.note(entry(String(n).padStart(4, '0')));
    expect(await ids()).toEqual([]);
    await readLog.flush();
    expect(await ids()).toHaveLength(1_200);
    readLog.note(entry('last'));
    await readLog.end();
    expect((await ids()).at(-1)).toBe('last');
  });

  it('keeps its notes while the database is away and writes each once', async () => {
    const readLog = createReadLog({ connection: failing(2), log, metrics: new Registry(), everyMs: 3_600_000 });
    readLog.note(entry('a'));
    await readLog.flush();
    readLog.note(entry('b'));
    await readLog.flush();
    expect(await ids()).toEqual([]);
    await readLog.end();
    expect(await ids()).toEqual(['a', 'b']);
  });

  it('never grows without end: the oldest are lost, and counted', async () => {
    const metrics = new Registry();
    const readLog = createReadLog({ connection: database.connection, log, metrics, everyMs: 3_600_000, most: 2 });
    for (const id of ['a', 'b', 'c']) readLog.note(entry(id));
    await readLog.end();
    expect(await ids()).toEqual(['b', 'c']);
    expect(await lostOf(metrics)).toBe(1);
  });
});
