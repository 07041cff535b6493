import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, waitFor } from '../testing/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import { createLease } from './lease.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await database.connection.collection('lease').deleteMany({});
});
afterAll(() => database.drop());

const lease = (owner: string, leaseMs = 60_000) =>
  createLease({ connection: database.connection, collection: 'lease', name: 'one', owner, leaseMs });

describe('a lease', () => {
  it('is given to one owner at a time', async () => {
    const all = Array.from({ length: 8 }, (_, index) => lease(`owner ${String(index)}`));
    const granted = await Promise.all(all.map((one) => one.acquire()));
    expect(granted.filter(Boolean)).toHaveLength(1);
    expect(all.filter((one) => one.held())).toHaveLength(1);
  });

  it('is prolonged by its owner without a new epoch', async () => {
    const mine = lease('mine');
    await mine.acquire();
    expect(await mine.acquire()).toBe(true);
    expect(mine.epoch()).toBe(1);
  });

  it('passes on when its time is over, and the old owner knows without asking', async () => {
    const [paused, next] = [lease('paused', 200), lease('next')];
    await paused.acquire();
    expect(await next.acquire()).toBe(false);
    await waitFor(() => next.acquire(), { describe: 'the lease runs out' });
    expect(paused.held()).toBe(false);
    expect(await paused.acquire()).toBe(false);
    expect(next.epoch()).toBe(2);
  });

  it('passes on at once when released', async () => {
    const [first, second] = [lease('first'), lease('second')];
    await first.acquire();
    await first.release();
    expect(first.held()).toBe(false);
    expect(await second.acquire()).toBe(true);
  });

  it('is not given up by one who does not have it', async () => {
    const [first, second] = [lease('first'), lease('$owner')];
    await first.acquire();
    await second.release();
    expect(await second.acquire()).toBe(false);
  });
});
