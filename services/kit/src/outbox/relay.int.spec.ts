import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import type { OutgoingMessage, Publisher } from '../rabbit/index.ts';
import { BrokerUnavailable, Unroutable } from '../rabbit/index.ts';
import { event, outboxOf, say, silent } from '../rabbit/test/rig.ts';
import { testDatabase, waitFor } from '../testing/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { Outbox } from './outbox.ts';
import { createRelay } from './relay.ts';
import type { Relay } from './relay.ts';

/** A publisher that writes down what it was given and does with it what the test says. */
function recorder(answer: (message: OutgoingMessage) => Promise<void> | void = () => undefined) {
  const sent: string[] = [];
  const state = { available: true };
  const publisher: Publisher = {
    available: () => state.available,
    async publish(message) {
      await answer(message);
      sent.push(message.messageId);
    },
    async ready() {},
    async stop() {},
  };
  return { publisher, sent, state };
}

let database: TestDatabase;
let outbox: Outbox;
let relays: Relay[];

beforeEach(async () => {
  database = await testDatabase();
  outbox = outboxOf(database);
  await outbox.ensureIndexes();
  relays = [];
});
afterEach(async () => {
  await Promise.all(relays.map((relay) => relay.stop()));
  await database.drop();
});

function start(publisher: Publisher, options: { pollMs?: number; leaseMs?: number; checkpoint?: (name: string) => void } = {}): Relay {
  const { connection } = database;
  const relay = createRelay({ connection, outbox, publisher, owner: randomUUID(), log: silent, pollMs: 50, ...options });
  relays.push(relay);
  relay.start();
  return relay;
}

const stored = () => database.connection.collection<OutboxRow>('outbox');
const allSent = () =>
  waitFor(async () => (await stored().countDocuments({ state: 'pending' })) === 0, { describe: 'everything is sent' });

describe('the relay', () => {
  it('publishes the events of one aggregate in order, each after the confirmation of the one before', async () => {
    const inFlight = new Set<string>();
    let overlaps = 0;
    const { publisher, sent } = recorder(async ({ messageId }) => {
      overlaps += inFlight.size;
      inFlight.add(messageId);
      await new Promise((resolve) => setImmediate(resolve));
      inFlight.delete(messageId);
    });
    const ids: string[] = [];
    for (let count = 0; count < 10; count += 1) ids.push(...(await say(database, outbox, [event('a'), event('a')])));
    start(publisher);
    await allSent();
    expect(sent).toEqual(ids);
    expect(overlaps).toBe(0);
  });

  it('is woken by the ring and need not wait for its next look', async () => {
    const { publisher, sent } = recorder();
    start(publisher, { pollMs: 60_000 });
    await waitFor(() => database.connection.collection('relay_lease').findOne({}), { describe: 'the relay runs' });
    await say(database, outbox, [event('a')]);
    await waitFor(() => sent.length === 1, { describe: 'the event is published', timeoutMs: 2_000 });
  });

  it('leaves an event that cannot be routed pending, with its reason, and goes on with other aggregates', async () => {
    let routed = false;
    const { publisher, sent } = recorder(({ key }) => {
      if (key === 'nowhere' && !routed) throw new Unroutable('No queue');
    });
    const [stuck = '', behind = ''] = await say(database, outbox, [event('a', { key: 'nowhere' }), event('a')]);
    start(publisher);
    const [other = ''] = await say(database, outbox, [event('b')]);
    await waitFor(() => sent.includes(other), { describe: 'the other aggregate goes on' });
    expect(sent).not.toContain(behind);
    const row = await waitFor(() => stored().findOne({ _id: stuck, attempts: { $gt: 0 } }), { describe: 'the failure is noted' });
    expect(row).toMatchObject({ state: 'pending', lastError: 'No queue' });
    routed = true;
    await allSent();
    expect(sent).toEqual([other, stuck, behind]);
  });

  it('counts no attempt against an event while the broker is away', async () => {
    const { publisher, state } = recorder(() => {
      state.available = false;
      throw new BrokerUnavailable('gone');
    });
    const [id = ''] = await say(database, outbox, [event('a')]);
    start(publisher);
    await waitFor(() => !state.available, { describe: 'the relay tries once' });
    expect(await stored().findOne({ _id: id })).toMatchObject({ state: 'pending', attempts: 0 });
  });

  it('leaves the work to one relay, and another takes over when that one is gone', async () => {
    const [first, second] = [recorder(), recorder()];
    const running = start(first.publisher);
    await say(database, outbox, [event('a')]);
    await allSent();
    start(second.publisher);
    await say(database, outbox, [event('a')]);
    await allSent();
    expect(second.sent).toEqual([]);
    await running.stop();
    await say(database, outbox, [event('a')]);
    await allSent();
    expect(second.sent).toHaveLength(1);
  });

  it('takes over from a relay that died with the lease, once its time is over', async () => {
    const { publisher, sent } = recorder();
    const until = new Date(Date.now() + 1_000);
    const leases = database.connection.collection<{ _id: string; owner: string; epoch: number; until: Date }>('relay_lease');
    await leases.insertOne({ _id: 'outbox', owner: 'dead', epoch: 7, until });
    await say(database, outbox, [event('a')]);
    start(publisher);
    await waitFor(() => sent.length === 1, { describe: 'the event is published' });
    expect(Date.now()).toBeGreaterThanOrEqual(until.getTime());
    expect(await leases.findOne({ _id: 'outbox' })).toMatchObject({ epoch: 8 });
  });

  it('publishes again, under the same id, what was confirmed but not yet marked when it died', async () => {
    const { publisher, sent } = recorder();
    let deaths = 0;
    const [id = ''] = await say(database, outbox, [event('a')]);
    start(publisher, {
      checkpoint(name) {
        if (name === 'outbox.afterConfirm' && deaths++ === 0) throw new Error('died here');
      },
    });
    await allSent();
    expect(sent).toEqual([id, id]);
  });

  it('knows the age of its oldest pending event', async () => {
    const metrics = new Registry();
    const { connection } = database;
    const { publisher } = recorder();
    const relay = createRelay({ connection, outbox, publisher, owner: 'one', log: silent, metrics });
    expect(await relay.oldestPendingMs()).toBe(0);
    await say(database, outbox, [event('a')]);
    await stored().updateMany({}, { $set: { createdAt: new Date(Date.now() - 60_000) } });
    expect(await relay.oldestPendingMs()).toBeGreaterThanOrEqual(60_000);
    expect(await metrics.metrics()).toMatch(/guiche_outbox_oldest_pending_seconds 6\d/);
  });
});
