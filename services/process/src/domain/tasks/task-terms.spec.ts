import { describe, expect, it } from '@jest/globals';
import { datesOf, dueProblem, termsProblems } from './task-terms.ts';
import type { TaskTerms } from './task-terms.ts';

const today = '2026-03-06';
const timeZone = 'America/Sao_Paulo';
const terms: TaskTerms = { kind: 'COMPLEMENT', instructions: 'Envie', dueOn: today, requirements: [], documentId: null };

describe('what a unit asks for', () => {
  it('is due on days from today to a year from now', () => {
    expect(['2026-03-05', today, '2027-03-06', '2027-03-07'].map((day) => dueProblem(day, today)?.code)).toEqual(['OUT_OF_RANGE', undefined, undefined, 'OUT_OF_RANGE']);
  });

  it('has all its problems told at once', () => {
    const wrong: TaskTerms = {
      kind: 'SIGN', instructions: ' ', dueOn: '2026-03-05', documentId: null,
      requirements: [{ typeKey: 'comprovante', minimum: 0 }, { typeKey: 'comprovante', minimum: 21 }],
    };
    expect(termsProblems(wrong, today).map(({ path, code }) => `${path} ${code}`)).toEqual([
      'instructions REQUIRED', 'dueOn OUT_OF_RANGE', 'requirements OUT_OF_RANGE', 'requirements DUPLICATE', 'documentId REQUIRED',
    ]);
    expect(termsProblems({ ...terms, documentId: 'x' }, today).map(({ code }) => code)).toEqual(['NOT_ALLOWED']);
    expect(termsProblems(terms, today)).toEqual([]);
  });

  it('ends at 23:59:59 of the city, and is reminded of two days before at 07:00', () => {
    const now = new Date('2026-03-06T12:00:00Z');
    expect(datesOf('2026-03-10', { now, timeZone })).toEqual({ dueAt: new Date('2026-03-11T02:59:59.999Z'), remindAt: new Date('2026-03-08T10:00:00Z') });
    expect(datesOf('2026-03-10', { now, timeZone: 'America/Rio_Branco' })).toEqual({
      dueAt: new Date('2026-03-11T04:59:59.999Z'), remindAt: new Date('2026-03-08T12:00:00Z'),
    });
  });

  it('is not reminded of when there is no time left for it', () => {
    expect(datesOf('2026-03-08', { now: new Date('2026-03-06T10:00:00Z'), timeZone }).remindAt).toBeNull();
    expect(datesOf('2026-03-08', { now: new Date('2026-03-06T09:59:59Z'), timeZone }).remindAt).not.toBeNull();
  });
});
