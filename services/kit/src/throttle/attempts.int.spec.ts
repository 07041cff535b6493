import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareCollections } from '../mongo/index.ts';
import { testDatabase } from '../testing/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import { createAttempts, delayAfter, registerAttempts } from './index.ts';
import type { AttemptKey, Attempts } from './index.ts';

const now = new Date('2026-03-06T12:00:00Z');
const policy = { free: 30, firstDelayMs: 1_000, longestDelayMs: 60_000, memoryMs: 3_600_000 };

describe('attempts', () => {
  let database: TestDatabase;
  let attempts: Attempts;
  beforeAll(async () => {
    database = await testDatabase();
    registerAttempts(database.connection);
    await prepareCollections(database.connection);
    attempts = createAttempts(database.connection, Buffer.alloc(32, 1));
  });
  afterAll(() => database.drop());

  it('made at the same time are all counted, and none is refused before its time', async () => {
    const key: AttemptKey = ['address', '192.0.2.1'];
    const answers = await Promise.all(Array.from({ length: policy.free }, () => attempts.count(key, policy, now)));
    expect(answers).toEqual(answers.map(() => 0));
    const [row] = await database.connection.collection('throttles').find().toArray();
    expect(row).toMatchObject({ failures: policy.free });
  });

  it('close the key for longer and longer, up to the longest wait, until they are taken back', async () => {
    const key: AttemptKey = ['account', 'ana'];
    let at = now;
    for (let failures = 1; failures <= policy.free + 10; failures += 1) {
      expect(await attempts.count(key, policy, at)).toBe(0);
      const wait = delayAfter(policy, failures);
      if (wait > 0) expect(await attempts.count(key, policy, at)).toBe(wait);
      at = new Date(at.getTime() + wait);
    }
    await attempts.takeBack(key, at);
    expect(await attempts.count(key, policy, at)).toBe(0);
    expect(await attempts.count(key, policy, at)).toBe(policy.longestDelayMs);
  });
});
