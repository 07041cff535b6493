import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction } from '@guiche/kit/mongo';
import { testDatabase } from '@guiche/kit/testing';
import type { TestDatabase } from '@guiche/kit/testing';
import type { Recomputation } from '../../../domain/calendar/calendar-change.ts';
import type { ClaimedRecomputation } from '../../../use-cases/calendar/ports.ts';
import { recomputationRepository } from './recomputation-repository.ts';
import { recomputationSchema } from './recomputation-row.ts';

const requested = (id: string, requestedAt: string): Recomputation => ({
  id, municipalityId: 'campinas', body: null, cause: { kind: 'HOLIDAY', changeId: id, reason: 'Feriado registrado.' }, fromDate: '2026-03-18',
  requestedAt: new Date(requestedAt), state: 'PENDING', cursor: null, examined: 0, moved: 0, finishedAt: null,
});

describe('recomputations', () => {
  let database: TestDatabase;
  const rows = () => recomputationRepository(database.connection, undefined);
  beforeAll(async () => {
    database = await testDatabase();
    await database.connection.model('Recomputation', recomputationSchema).init();
  });
  beforeEach(async () => {
    await database.connection.collection('recomputations').deleteMany({});
    await rows().insert(requested('later', '2026-03-17T12:00:00Z'));
    await rows().insert(requested('first', '2026-03-16T12:00:00Z'));
  });
  afterAll(() => database.drop());

  const claim = async (owner: string, leaseMs = 60_000): Promise<ClaimedRecomputation> => {
    const claimed = await rows().claimNext({ owner, leaseMs });
    if (claimed === undefined) throw new Error('Nothing to do');
    return claimed;
  };

  it('are handed out in the order they were asked for, each to one worker', async () => {
    expect((await claim('a')).id).toBe('first');
    expect((await claim('b')).id).toBe('later');
    expect(await rows().claimNext({ owner: 'c', leaseMs: 60_000 })).toBeUndefined();
  });

  it('go on where they stopped with another worker once the lease ran out, and never with the one who lost it', async () => {
    const lost = await claim('a');
    await rows().advance(lost, { cursor: 'notice-500', examined: 500, moved: 3, leaseMs: -1 });
    const taken = await claim('b');
    expect(taken).toMatchObject({ id: 'first', cursor: 'notice-500', examined: 500, moved: 3 });
    await expect(rows().advance(lost, { cursor: 'notice-501', examined: 501, moved: 3, leaseMs: 1 })).rejects.toMatchObject({ name: 'LeaseLost' });
    await expect(rows().finish(lost, new Date())).rejects.toMatchObject({ name: 'LeaseLost' });
    await rows().advance(taken, { cursor: 'notice-600', examined: 600, moved: 4, leaseMs: 60_000 });
    await rows().finish(taken, new Date());
    expect(await rows().pending()).toBe(1);
  });

  it('stand where they stood when the dates they moved are not kept', async () => {
    const claimed = await claim('a');
    const breaksOff = inTransaction(database.connection, async (session) => {
      await recomputationRepository(database.connection, session).advance(claimed, { cursor: 'notice-500', examined: 500, moved: 3, leaseMs: -1 });
      throw new Error('killed');
    });
    await expect(breaksOff).rejects.toThrow('killed');
    await database.connection.collection('recomputations').updateMany({}, { $set: { heldUntil: new Date(0) } });
    expect(await claim('b')).toMatchObject({ id: 'first', cursor: null, examined: 0 });
  });
});
