import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { createAggregateLanes } from './aggregate-lanes.ts';

interface Item {
  key: string;
  seq: number;
}

/** What a consumer with an inbox does: applies the next number, knows older ones, sends early ones away. */
function applied() {
  const heads = new Map<string, number>();
  const log: Record<string, number[]> = {};
  return {
    log,
    apply({ key, seq }: Item): 'done' | 'early' {
      const head = heads.get(key) ?? 0;
      if (seq > head + 1) return 'early';
      if (seq === head + 1) {
        heads.set(key, seq);
        (log[key] ??= []).push(seq);
      }
      return 'done';
    },
  };
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('aggregate lanes', () => {
  it('handle one aggregate strictly one by one and different ones at the same time', async () => {
    const running: string[] = [];
    const peaks = { all: 0, one: 0 };
    const lanes = createAggregateLanes<Item>({
      holdMs: 1_000,
      mostHeld: 10,
      async defer() {},
      async handle({ key }) {
        running.push(key);
        peaks.all = Math.max(peaks.all, running.length);
        peaks.one = Math.max(peaks.one, running.filter((other) => other === key).length);
        await tick();
        running.splice(running.indexOf(key), 1);
        return 'done';
      },
    });
    for (let seq = 1; seq <= 5; seq += 1) for (const key of ['a', 'b', 'c']) lanes.push({ key, seq });
    await lanes.idle();
    expect(peaks).toEqual({ all: 3, one: 1 });
  });

  it('apply every aggregate in order whatever the order and number of arrivals, as long as all fit', async () => {
    const arrivals = fc
      .record({ things: fc.integer({ min: 1, max: 4 }), events: fc.integer({ min: 1, max: 8 }), copies: fc.integer({ min: 1, max: 3 }) })
      .chain(({ things, events, copies }) => {
        const all = Array.from({ length: things * events * copies }, (_, index) => ({
          key: `thing ${String(index % things)}`,
          seq: (Math.floor(index / things) % events) + 1,
        }));
        return fc.shuffledSubarray(all, { minLength: all.length });
      });
    await fc.assert(
      fc.asyncProperty(arrivals, fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }), async (items, pauses) => {
        const { log, apply } = applied();
        let turns = 0;
        const pausing = () => pauses[turns++ % pauses.length] === true;
        const lanes = createAggregateLanes<Item>({
          holdMs: 60_000,
          mostHeld: items.length,
          async defer() {},
          async handle(item) {
            if (pausing()) await tick();
            return apply(item);
          },
        });
        for (const item of items) {
          lanes.push(item);
          if (pausing()) await tick();
        }
        await lanes.idle();
        lanes.drop(() => true);
        for (const { key } of items) {
          const expected = new Set(items.filter((item) => item.key === key).map(({ seq }) => seq)).size;
          expect(log[key]).toEqual(Array.from({ length: expected }, (_, index) => index + 1));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('defer an early item whose predecessor does not come in time, and at once when too many wait', async () => {
    jest.useFakeTimers();
    try {
      const deferred: number[] = [];
      const lanes = createAggregateLanes<Item>({
        holdMs: 500,
        mostHeld: 1,
        async defer({ seq }) {
          deferred.push(seq);
        },
        async handle() {
          return 'early';
        },
      });
      lanes.push({ key: 'a', seq: 2 });
      await jest.advanceTimersByTimeAsync(0);
      lanes.push({ key: 'b', seq: 9 });
      await jest.advanceTimersByTimeAsync(0);
      expect(deferred).toEqual([9]);
      await jest.advanceTimersByTimeAsync(500);
      expect(deferred).toEqual([9, 2]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('forget what the broker has taken back', async () => {
    const handled: number[] = [];
    const lanes = createAggregateLanes<Item>({
      holdMs: 60_000,
      mostHeld: 10,
      async defer() {},
      async handle({ seq }) {
        handled.push(seq);
        await tick();
        return seq === 5 ? 'early' : 'done';
      },
    });
    for (const seq of [5, 1, 2, 3]) lanes.push({ key: 'a', seq });
    lanes.drop(({ seq }) => seq > 1);
    await lanes.idle();
    lanes.drop(() => true);
    expect(handled).toEqual([5, 1]);
  });
});
