import { describe, expect, it } from '@jest/globals';
import type { Logger } from '@guiche/kit/log';
import { watchDueDates } from './watch-due-dates.ts';

describe('what watches over the dates of intimations', () => {
  const linesFor = async (overdueMs: number, unserved: number): Promise<object[]> => {
    const lines: object[] = [];
    const log = { error: (line: object) => void lines.push(line), warn: () => undefined } as unknown as Logger;
    const watch = watchDueDates({ counts: () => Promise.resolve({ waiting: 1, failed: 2, overdueMs }), unserved: () => Promise.resolve(unserved), log });
    await watch.look();
    watch.stop();
    return lines;
  };

  it('is silent while the oldest due row is no older than 60 s and nothing is unserved', async () => {
    expect(await linesFor(60_000, 0)).toEqual([]);
  });

  it.each([[60_001, 0], [0, 1]])('is an alarm with the oldest row due for %d ms and %d unserved', async (overdueMs, overdueUnserved) => {
    expect(await linesFor(overdueMs, overdueUnserved)).toEqual([{ alarm: true, oldestDueMs: overdueMs, failed: 2, overdueUnserved }]);
  });
});
