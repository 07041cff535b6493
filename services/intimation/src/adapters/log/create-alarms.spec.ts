import { describe, expect, it } from '@jest/globals';
import { createLog } from '@guiche/kit/log';
import { createAlarms } from './create-alarms.ts';

describe('alarms', () => {
  it('are raised for an act that process has not answered, and for no other', () => {
    const lines: unknown[] = [];
    const destination = { write: (line: string): void => void lines.push(JSON.parse(line)) };
    const alarms = createAlarms(createLog({ service: 'intimation', level: 'info' }, destination));
    alarms.intimationWatched({ intimationId: 'i', number: 'INT 2026/1', isStuck: false });
    alarms.intimationWatched({ intimationId: 'j', number: 'INT 2026/2', isStuck: true });
    expect(lines).toMatchObject([{ alarm: true, intimationId: 'j', number: 'INT 2026/2' }]);
  });
});
