import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inTransaction } from '../mongo/index.ts';
import { event, outboxOf, say } from '../rabbit/test/rig.ts';
import { assertTransactional, testDatabase } from '../testing/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import { createInbox } from './inbox.ts';
import type { Inbox } from './inbox.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { Outbox } from './outbox.ts';
import { replayOutbox } from './replay.ts';

let database: TestDatabase;
let outbox: Outbox;
let inbox: Inbox;

beforeAll(async () => {
  database = await testDatabase();
  outbox = outboxOf(database);
  inbox = createInbox(database);
  await outbox.ensureIndexes();
  await inbox.ensureIndexes();
});
beforeEach(async () => {
  for (const name of ['outbox', 'outbox_heads', 'inbox', 'inbox_heads']) await database.connection.collection(name).deleteMany({});
  database.commands.length = 0;
});
afterAll(() => database.drop());

function rows(): Promise<OutboxRow[]> {
  return database.connection.collection<OutboxRow>('outbox').find({}, { sort: { createdAt: 1, seq: 1 } }).toArray();
}

const meta = (count: number) => ({
  now: new Date('2026-03-02T12:00:00Z'),
  eventIds: Array.from({ length: count }, () => randomUUID()),
  correlationId: 'c',
  causationId: 'c',
  traceparent: '',
});

describe('append', () => {
  it('numbers the events of each aggregate from 1 without gaps, in the order they were given', async () => {
    await say(database, outbox, [event('a'), event('b'), event('a')]);
    await say(database, outbox, [event('a')]);
    const numbers = (await rows()).map(({ aggregateId, seq }) => `${aggregateId}${String(seq)}`);
    expect(numbers.sort()).toEqual(['a1', 'a2', 'a3', 'b1']);
  });

  it('gives parallel transactions on one aggregate different numbers and leaves none out', async () => {
    await Promise.all(Array.from({ length: 20 }, () => say(database, outbox, [event('a')])));
    expect((await rows()).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('leaves neither event nor number behind when the transaction is given up', async () => {
    const refused = inTransaction(database.connection, async (session) => {
      await outbox.append(session, [event('a')], meta(1));
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    await say(database, outbox, [event('a')]);
    expect((await rows()).map(({ seq }) => seq)).toEqual([1]);
  });

  it('writes within the transaction only', async () => {
    await say(database, outbox, [event('a'), event('b')]);
    expect(database.commands.length).toBeGreaterThan(0);
    assertTransactional(database.commands, { except: [] });
  });
});

describe('accept', () => {
  const delivery = (seq: number, eventId = `event-${String(seq)}`) => ({
    consumer: 'consumer',
    eventId,
    aggregateType: 'thing',
    aggregateId: 'a',
    seq,
  });
  const accept = (seq: number) =>
    inTransaction(database.connection, (session) => inbox.accept(session, delivery(seq), new Date()));

  it('lets each event of an aggregate in once and in order', async () => {
    await accept(1);
    await accept(2);
    await expect(accept(1)).rejects.toMatchObject({ name: 'DuplicateDelivery' });
    await expect(accept(2)).rejects.toMatchObject({ name: 'DuplicateDelivery' });
    await expect(accept(4)).rejects.toMatchObject({ name: 'EarlyDelivery' });
    await accept(3);
  });

  it('takes a late beginning for early, not for new', async () => {
    await expect(accept(2)).rejects.toMatchObject({ name: 'EarlyDelivery' });
  });

  it('lets one of several simultaneous deliveries in', async () => {
    const outcomes = await Promise.allSettled([accept(1), accept(1), accept(1), accept(1)]);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as Error).name] : []));
    expect(refusals).toEqual(['DuplicateDelivery', 'DuplicateDelivery', 'DuplicateDelivery']);
  });

  it('lets the event in again when its transaction was given up', async () => {
    const refused = inTransaction(database.connection, async (session) => {
      await inbox.accept(session, delivery(1), new Date());
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    await accept(1);
  });

  it('writes within the transaction only', async () => {
    await accept(1);
    assertTransactional(database.commands, { except: [] });
  });
});

describe('replayOutbox', () => {
  it('marks published events of the selection as pending under the same ids', async () => {
    const [first = ''] = await say(database, outbox, [event('a'), event('b')]);
    const stored = database.connection.collection<OutboxRow>('outbox');
    await stored.updateMany({}, { $set: { state: 'sent', sentAt: new Date() } });
    await stored.updateOne({ _id: first }, { $set: { type: 'other.v1.Thing', occurredAt: new Date('2020-01-01') } });

    expect(await replayOutbox(database.connection, { types: ['other.v1.Thing'], dryRun: true })).toBe(1);
    expect(await replayOutbox(database.connection, { from: new Date('2019-01-01'), to: new Date('2020-01-01') })).toBe(0);
    expect(await replayOutbox(database.connection, { from: new Date('2020-01-01'), to: new Date('2020-01-02') })).toBe(1);
    expect(await stored.findOne({ _id: first })).toMatchObject({ state: 'pending' });
    expect(await stored.findOne({ _id: first })).not.toHaveProperty('sentAt');
    expect(await stored.countDocuments({ state: 'sent' })).toBe(1);
  });
});
