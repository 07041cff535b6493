import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { placeInSequence } from './place-in-sequence.ts';

/**
 * The protocol of outbox, lease, relay, queue and inbox in memory, one atomic step at a time, driven through random
 * interleavings in which anything may crash, come twice or come in another order.
 */
interface Message {
  thing: number;
  seq: number;
}
interface Row extends Message {
  sent: boolean;
}
interface RelayState {
  /** Its own idea of when its lease ends. */
  until: number;
  batch: Row[];
  confirmed: Row[];
}

const leaseMs = 10;

function createWorld() {
  const rows: Row[] = [];
  const lease = { owner: -1, until: 0 };
  const relays: RelayState[] = [0, 1].map(() => ({ until: 0, batch: [], confirmed: [] }));
  const hands: Message[][] = [[], []];
  const applied = new Map<number, number[]>();
  let queue: Message[] = [];
  let now = 0;

  const headOf = (thing: number) => applied.get(thing)?.length ?? 0;

  return {
    rows,
    applied,
    pending: () => rows.some(({ sent }) => !sent) || queue.length > 0 || hands.some((hand) => hand.length > 0),
    append(thing: number) {
      const seq = rows.filter((row) => row.thing === thing).length + 1;
      rows.push({ thing, seq, sent: false });
    },
    tick(ms: number) {
      now += ms;
    },
    read(index: number) {
      const relay = relays[index] as RelayState;
      if (lease.owner !== index && lease.until > now) return;
      lease.owner = index;
      lease.until = now + leaseMs;
      relay.until = lease.until;
      relay.batch = rows.filter(({ sent }) => !sent);
      relay.confirmed = [];
    },
    /** The first of a thing in the batch, so that one thing is published in order. `heard` false: no confirmation came. */
    publish(index: number, thing: number, heard: boolean) {
      const relay = relays[index] as RelayState;
      const row = relay.batch.find((candidate) => candidate.thing === thing);
      // Checked before it publishes, not while: a pause in between publishes after the end of the lease.
      if (row === undefined || relay.until === 0) return;
      queue.push({ thing, seq: row.seq });
      if (heard) relay.confirmed.push(row);
      relay.batch = relay.batch.filter((candidate) => (heard ? candidate !== row : candidate.thing !== thing));
    },
    mark(index: number) {
      const relay = relays[index] as RelayState;
      for (const row of relay.confirmed) row.sent = true;
      relay.confirmed = [];
    },
    crashRelay(index: number) {
      relays[index] = { until: 0, batch: [], confirmed: [] };
    },
    /** Any message, not the first: retry queues and redeliveries reorder. */
    take(index: number, position: number) {
      const [message] = queue.splice(position % Math.max(1, queue.length), 1);
      if (message !== undefined) (hands[index] as Message[]).push(message);
    },
    /** Commits the effect and acknowledges, or crashes between the two. */
    handle(index: number, position: number, acknowledges: boolean) {
      const hand = hands[index] as Message[];
      const message = hand[position % Math.max(1, hand.length)];
      if (message === undefined) return;
      const place = placeInSequence(headOf(message.thing), message.seq);
      if (place === 'next') applied.set(message.thing, [...(applied.get(message.thing) ?? []), message.seq]);
      if (!acknowledges) return;
      hand.splice(hand.indexOf(message), 1);
      if (place === 'early') queue.push(message);
    },
    crashConsumer(index: number) {
      queue = [...(hands[index] as Message[]), ...queue];
      hands[index] = [];
    },
  };
}

type World = ReturnType<typeof createWorld>;
type Step = (world: World) => void;

const one = fc.nat({ max: 1 });
const thing = fc.nat({ max: 2 });
const steps: fc.Arbitrary<Step>[] = [
  thing.map((which) => (world: World) => world.append(which)),
  fc.nat({ max: 15 }).map((ms) => (world: World) => world.tick(ms)),
  one.map((relay) => (world: World) => world.read(relay)),
  fc.tuple(one, thing, fc.boolean()).map((args) => (world: World) => world.publish(...args)),
  fc.tuple(one, thing, fc.constant(true)).map((args) => (world: World) => world.publish(...args)),
  one.map((relay) => (world: World) => world.mark(relay)),
  one.map((relay) => (world: World) => world.crashRelay(relay)),
  fc.tuple(one, fc.nat({ max: 20 })).map((args) => (world: World) => world.take(...args)),
  fc.tuple(one, fc.nat({ max: 5 }), fc.boolean()).map((args) => (world: World) => world.handle(...args)),
  one.map((consumer) => (world: World) => world.crashConsumer(consumer)),
];

/** Everything works from here on. */
function settle(world: World): void {
  for (let round = 0; world.pending() && round < 500; round += 1) {
    world.tick(leaseMs);
    world.read(0);
    for (let which = 0; which <= 2; which += 1) world.publish(0, which, true);
    world.mark(0);
    for (const consumer of [0, 1]) {
      world.take(consumer, round);
      world.handle(consumer, 0, true);
      world.handle(consumer, 0, true);
    }
  }
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the way of an event', () => {
  it('ends in its effect exactly once and in order, whatever crashes, repeats or overtakes', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(...steps), { maxLength: 120 }), (schedule) => {
        const world = createWorld();
        for (const step of schedule) {
          step(world);
          for (const sequence of world.applied.values()) expect(sequence).toEqual(upTo(sequence.length));
        }
        settle(world);
        expect(world.pending()).toBe(false);
        for (let which = 0; which <= 2; which += 1) {
          const said = world.rows.filter((row) => row.thing === which).length;
          expect(world.applied.get(which) ?? []).toEqual(upTo(said));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
