import { describe, expect, it } from '@jest/globals';
import { createGate } from './gate.ts';

describe('the gate of password hashing', () => {
  it('lets a few through at a time, refuses when too many wait, and goes on after failures', async () => {
    const gate = createGate({ atOnce: 2, waiting: 3, refusal: () => new Error('full') });
    const release: (() => void)[] = [];
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => release.push(resolve));
      running -= 1;
      throw new Error('failed');
    };
    const admitted = Array.from({ length: 5 }, () => gate(work).catch((error: unknown) => (error as Error).message));
    await expect(gate(work)).rejects.toThrow('full');
    for (let done = 0; done < 5; done += 1) {
      release.shift()?.();
      await new Promise(setImmediate);
    }
    expect(await Promise.all(admitted)).toEqual(Array<string>(5).fill('failed'));
    expect(most).toBe(2);
    await expect(gate(() => Promise.resolve('open'))).resolves.toBe('open');
  });
});
