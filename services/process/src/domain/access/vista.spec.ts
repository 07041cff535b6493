import { describe, expect, it } from '@jest/globals';
import { aPlacement, aProcess } from '../../test/builders.ts';
import { answerVista, mostReminders, remindOfVista, requestVista, unitThatDecides } from './vista.ts';

const at = new Date('2026-03-06T12:00:00Z');
const { request } = requestVista(aProcess(), { id: 'v', personId: 'bia', unitId: 'protocolo', capacity: 'LAWYER', reason: 'x', attachments: [], at });
const answer = { at, staffId: 'clerk', unitId: 'protocolo', reason: 'y', grantId: null };
const day = (n: number): Date => new Date(`2026-03-0${String(n)}T12:00:00Z`);

describe('a request to see a process (VI-02)', () => {
  it('is answered once, granted or denied', () => {
    expect(answerVista(request, answer)).toMatchObject({ request: { state: 'DENIED', version: 2 }, event: { data: { decision: 'DENIED', reason: 'y' } } });
    const granted = answerVista(request, { ...answer, grantId: 'g' }, '2026-03-16');
    expect(granted).toMatchObject({ request: { state: 'GRANTED' }, event: { data: { decision: 'GRANTED', grantId: 'g', expiresOn: '2026-03-16' } } });
    expect(() => answerVista(granted.request, answer)).toThrow(expect.objectContaining({ code: 'VISTA_ALREADY_ANSWERED' }));
  });

  it('reminds the unit while it is open, and not for ever', () => {
    expect(remindOfVista(request)).toMatchObject({ request: { remindersSent: 1, version: 2 }, event: { data: { reminderNumber: 1, requestedAt: at } } });
    expect(remindOfVista({ ...request, remindersSent: mostReminders })).toBeUndefined();
    expect(remindOfVista(answerVista(request, answer).request)).toBeUndefined();
  });
});

describe('the unit that decides', () => {
  const placed = (unitId: string, arrived: number, concluded?: number) =>
    aPlacement({ unitId, arrivedAt: day(arrived), ...(concluded === undefined ? {} : { state: 'CONCLUDED', concludedAt: day(concluded) }) });

  it('is the one where the process arrived last of those where it is open', () => {
    expect(unitThatDecides(aProcess(), [placed('a', 1), placed('b', 3), placed('c', 4, 5)])).toBe('b');
  });

  it('is the one that concluded it last where it is open nowhere, and otherwise the one that opened it', () => {
    expect(unitThatDecides(aProcess(), [placed('a', 1, 6), placed('b', 3, 5)])).toBe('a');
    expect(unitThatDecides(aProcess({ unitId: 'z' }), [])).toBe('z');
  });
});
