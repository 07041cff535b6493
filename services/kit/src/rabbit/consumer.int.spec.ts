import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { platformErrors } from '../errors/index.ts';
import { replayOutbox } from '../outbox/index.ts';
import type { OutboxRow } from '../outbox/outbox-row.ts';
import { assertTransactional, waitFor } from '../testing/index.ts';
import { declareSystem, queueDepths, redrive, redriveUnrouted } from './index.ts';
import type { OutgoingMessage } from './index.ts';
import { event, producer, rig, say, silent, thingHappened } from './test/rig.ts';
import type { Rig } from './test/rig.ts';

let stage: Rig;
afterEach(() => stage.close());

const depths = () => queueDepths(stage.broker, 'consumer');
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const quiet = () =>
  waitFor(
    async () => {
      const { main, retry } = await depths();
      return main === 0 && retry === 0;
    },
    { describe: 'the queues are empty', timeoutMs: 20_000 },
  );

async function applies(expected: Record<string, number[]>, timeoutMs = 20_000): Promise<void> {
  await waitFor(async () => JSON.stringify(await stage.applied()) === JSON.stringify(expected), {
    timeoutMs,
    describe: async () => `applied ${JSON.stringify(expected)}, has ${JSON.stringify(await stage.applied())}`,
  });
}

function rawMessage(overrides: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const base = { exchange: 'ev.producer', key: 'thing.thing-happened.v1', messageId: 'raw', type: thingHappened };
  return { ...base, bytes: Buffer.from('not an envelope'), ...overrides };
}

async function parked(): Promise<Record<string, unknown>[]> {
  return stage.broker.withChannel(async (channel) => {
    const found: Record<string, unknown>[] = [];
    for (;;) {
      const message = await channel.get('q.consumer.parking');
      if (message === false) return found;
      found.push({ messageId: String(message.properties.messageId), ...message.properties.headers });
    }
  });
}

describe('with everything declared', () => {
  beforeEach(async () => {
    stage = await rig();
  });

  it('applies every event once and in order, and writes in transactions only', async () => {
    stage.relay.start();
    await stage.consume();
    for (let count = 0; count < 10; count += 1) await say(stage.database, stage.outbox, [event('a'), event('b')]);
    await applies({ a: upTo(10), b: upTo(10) });
    await quiet();
    expect(await depths()).toEqual({ main: 0, retry: 0, parking: 0, unrouted: 0 });
    assertTransactional(
      stage.database.commands.filter(({ name, collection }) => !(name === 'update' && collection === 'outbox')),
      { except: [/^(relay_lease|consumer_attempts)$/] },
    );
  });

  it('comes to the same result when every delivery comes three times, shuffled in a window of 50', async () => {
    const things = ['a', 'b', 'c', 'd'];
    for (let count = 0; count < 15; count += 1) await say(stage.database, stage.outbox, things.map((thing) => event(thing)));
    const rows = await stage.database.connection
      .collection<OutboxRow>('outbox')
      .find({}, { sort: { createdAt: 1, seq: 1 }, promoteBuffers: true })
      .toArray();
    await stage.consume();
    for (const row of shuffledInWindows(rows.flatMap((one) => [one, one, one]), 50)) {
      await stage.publisher.publish({ ...rawMessage(), messageId: row._id, bytes: row.bytes });
    }
    await applies(Object.fromEntries(things.map((thing) => [thing, upTo(15)])), 40_000);
    await quiet();
    expect((await depths()).parking).toBe(0);
    expect(await stage.applied()).toEqual(Object.fromEntries(things.map((thing) => [thing, upTo(15)])));
  });

  it('absorbs a replay of the whole outbox', async () => {
    stage.relay.start();
    await stage.consume();
    await say(stage.database, stage.outbox, [event('a'), event('a'), event('b')]);
    await applies({ a: [1, 2], b: [1] });
    const sent = stage.database.connection.collection('outbox');
    await waitFor(async () => (await sent.countDocuments({ state: 'sent' })) === 3, { describe: 'all are sent' });
    expect(await replayOutbox(stage.database.connection, {})).toBe(3);
    await waitFor(async () => (await sent.countDocuments({ state: 'sent' })) === 3, { describe: 'all are sent again' });
    await say(stage.database, stage.outbox, [event('a')]);
    await applies({ a: [1, 2, 3], b: [1] });
    await quiet();
  });

  it('goes through the whole backlog when the broker was away while the events happened', async () => {
    stage.relay.start();
    await stage.consume();
    stage.line.cut();
    for (let count = 0; count < 5; count += 1) await say(stage.database, stage.outbox, [event('a'), event('b')]);
    await waitFor(() => !stage.publisher.available(), { describe: 'the loss is noticed' });
    expect(await stage.applied()).toEqual({});
    stage.line.mend();
    await applies({ a: upTo(5), b: upTo(5) });
  });

  it('applies once what was in its hands when the broker was lost', async () => {
    stage.relay.start();
    let cuts = 0;
    await stage.consume({
      async before() {
        if (cuts++ > 0) return;
        stage.line.cut();
        await waitFor(() => !stage.publisher.available(), { describe: 'the loss is noticed' });
        stage.line.mend();
      },
    });
    await say(stage.database, stage.outbox, [event('a'), event('a'), event('b')]);
    await applies({ a: [1, 2], b: [1] });
    await quiet();
  });

  it('parks bytes it cannot read, with the reason, and goes on', async () => {
    stage.relay.start();
    await stage.consume();
    await stage.publisher.publish(rawMessage());
    await say(stage.database, stage.outbox, [event('a')]);
    await applies({ a: [1] });
    await waitFor(async () => (await depths()).parking === 1, { describe: 'the message is parked' });
    expect(await parked()).toEqual([
      expect.objectContaining({ messageId: 'raw', 'guiche-reason': 'undecodable', 'guiche-code': 'SyntaxError' }),
    ]);
  });

  it('parks a refused event alone under its code; redriven once mended, it and what waited for it are applied', async () => {
    let mended = false;
    stage.relay.start();
    await stage.consume({
      async before({ aggregateId, aggregateSeq }) {
        if (aggregateId === 'a' && aggregateSeq === 2 && !mended) throw platformErrors.FORBIDDEN();
      },
    });
    const [, poison = ''] = await say(stage.database, stage.outbox, [event('a'), event('a'), event('a'), event('b')]);
    await applies({ a: [1], b: [1] });
    await waitFor(async () => (await depths()).parking === 1, { describe: 'the poison is parked' });

    mended = true;
    const result = await redrive(stage.broker, 'consumer', { limit: 10, log: silent });
    expect(result).toEqual({ redriven: 1, reasons: { refused: 1 } });
    await applies({ a: [1, 2, 3], b: [1] });
    await quiet();
    const inbox = stage.database.connection.collection<{ _id: string }>('inbox');
    expect(await inbox.findOne({ _id: `consumer:${poison}` })).not.toBeNull();
  });

  it('tries a passing fault again by itself, first in place and then by the retry queue', async () => {
    let failures = 0;
    stage.relay.start();
    await stage.consume({
      retryDelaysMs: [1],
      async before() {
        if (failures++ < 3) throw new Error('passing');
      },
    });
    await say(stage.database, stage.outbox, [event('a')]);
    await applies({ a: [1] });
    expect(failures).toBe(4);
  });

  it('parks a message that keeps killing its process under that reason, and no innocent one', async () => {
    const attempts = stage.database.connection.collection<{ _id: string; count: number }>('consumer_attempts');
    const [poison = '', innocent = ''] = await say(stage.database, stage.outbox, [event('a'), event('b')]);
    // What five crashes leave behind: the messages with the broker, the count of the one being handled.
    await attempts.insertOne({ _id: `consumer:${poison}`, count: 5 });
    await attempts.insertOne({ _id: `consumer:${innocent}`, count: 1 });
    stage.relay.start();
    await waitFor(async () => (await depths()).main === 2, { describe: 'both messages are there' });
    await stage.broker.withChannel(async (channel) => {
      await channel.get('q.consumer.events');
      await channel.get('q.consumer.events');
    });
    await stage.consume({
      async before({ aggregateId }) {
        if (aggregateId === 'a') throw new Error('the process would die here');
      },
    });
    await applies({ b: [1] });
    await waitFor(async () => (await depths()).parking === 1, { describe: 'the poison is parked' });
    expect(await parked()).toEqual([expect.objectContaining({ messageId: poison, 'guiche-reason': 'crash-loop' })]);
  });

  it('gives back what it has not handled when it stops', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = 0;
    stage.relay.start();
    const first = await stage.consume({
      async before() {
        begun += 1;
        await gate;
      },
    });
    await say(stage.database, stage.outbox, [event('a'), event('a'), event('b')]);
    await waitFor(() => begun === 2, { describe: 'one event of each thing is being handled' });
    const stopped = first.stop();
    release();
    await stopped;
    expect(await stage.applied()).toEqual({ a: [1], b: [1] });
    await stage.consume();
    await applies({ a: [1, 2], b: [1] });
  });
});

describe('with nothing declared beforehand', () => {
  beforeEach(async () => {
    stage = await rig({ declared: false });
  });

  it('binds as soon as the producer has declared its exchange, whichever starts first', async () => {
    await stage.publisher.stop();
    await stage.broker.withChannel((channel) => channel.deleteExchange('ev.producer').then(() => undefined));
    const started = await stage.consume({ early: true });
    await declareSystem(stage.broker, [producer]);
    await started.ready();
    const bindings = await stage.vhost.api.request('GET', '/api/queues/{vhost}/q.consumer.events/bindings');
    expect(bindings).toContainEqual(expect.objectContaining({ source: 'ev.producer', routing_key: 'thing.#' }));
  });

  it('loses nothing without an alternate exchange: events wait in the outbox until a queue is bound', async () => {
    stage.relay.start();
    const [id = ''] = await say(stage.database, stage.outbox, [event('a')]);
    const rows = stage.database.connection.collection<OutboxRow>('outbox');
    const row = await waitFor(() => rows.findOne({ _id: id, attempts: { $gt: 0 } }), { describe: 'it cannot be routed' });
    expect(row.state).toBe('pending');
    await stage.consume();
    await applies({ a: [1] });
  });

  it('reaches a consumer that was declared too late once the operator redrives what was unrouted', async () => {
    await declareSystem(stage.broker, [producer]);
    stage.relay.start();
    await say(stage.database, stage.outbox, [event('a'), event('a')]);
    await waitFor(async () => (await depths()).unrouted === 2, { describe: 'nobody wanted them' });
    await stage.consume();
    expect(await redriveUnrouted(stage.broker, { limit: 100, log: silent })).toMatchObject({ redriven: 2 });
    await applies({ a: [1, 2] });
    expect((await depths()).unrouted).toBe(0);
  });

  it('catches up by a replay when it was bound after others, who absorb it', async () => {
    await declareSystem(stage.broker, [producer]);
    await stage.broker.withChannel(async (channel) => {
      await channel.assertQueue('other', { durable: true, arguments: { 'x-queue-type': 'quorum' } });
      await channel.bindQueue('other', 'ev.producer', 'thing.#');
    });
    stage.relay.start();
    await say(stage.database, stage.outbox, [event('a'), event('a')]);
    const rows = stage.database.connection.collection('outbox');
    await waitFor(async () => (await rows.countDocuments({ state: 'sent' })) === 2, { describe: 'the others have them' });
    await stage.consume();
    await say(stage.database, stage.outbox, [event('a')]);
    await replayOutbox(stage.database.connection, {});
    stage.outbox.ring();
    await applies({ a: [1, 2, 3] });
  });
});

function shuffledInWindows<Item>(items: readonly Item[], window: number): Item[] {
  const shuffled: Item[] = [];
  for (let start = 0; start < items.length; start += window) {
    const part = items.slice(start, start + window);
    for (let last = part.length - 1; last > 0; last -= 1) {
      const other = Math.floor(Math.random() * (last + 1));
      [part[last], part[other]] = [part[other] as Item, part[last] as Item];
    }
    shuffled.push(...part);
  }
  return shuffled;
}
