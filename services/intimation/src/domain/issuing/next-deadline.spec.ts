import { describe, expect, it } from '@jest/globals';
import type { Deadline } from '../deadlines/deadline.ts';
import { tacitRule } from '../deadlines/rules.ts';
import { daysLeft, isRunning, nextDeadline } from './next-deadline.ts';
import type { Notice } from './notice.ts';
import { trackDeadline } from './tracked-deadline.ts';

const until = (date: string, endsAt: string): Deadline => ({ date, endsAt: new Date(endsAt), timeZone: 'America/Sao_Paulo', rule: tacitRule, steps: [] });
const tacit = until('2026-03-18', '2026-03-19T02:59:59.999Z');
const defence = until('2026-03-30', '2026-03-31T02:59:59.999Z');
const statement = until('2026-04-06', '2026-04-07T02:59:59.999Z');
const pending: Notice = {
  id: 'n', municipalityId: 'campinas', intimationId: 'i', number: 'INT 2026/1', actState: 'ISSUED', processId: 'p', processNumber: '1', unitId: 'pg', confidedTo: null, body: null,
  type: { id: 't', name: 'Defesa', responseMode: 'REQUIRED' }, documentIds: ['d'], documentLabel: 'Despacho', accessScope: 'PARTIAL', replacesPartial: false,
  recipient: { kind: 'PERSON', recipientId: 'r', personId: 'x', name: null }, representatives: [{ personId: 'x' }], status: 'PENDING',
  requestedAt: new Date('2026-03-06T15:00:00Z'), issuedAt: new Date('2026-03-06T15:00:00Z'), tacitDays: 10, tacit: trackDeadline(tacit), fulfilment: null,
  responseOptions: [], responseDeadlines: [], responses: [], certificate: null, version: 2,
};
const fulfilled: Notice = {
  ...pending,
  fulfilment: { kind: 'TACIT', on: '2026-03-18', at: new Date('2026-03-19T03:01:00Z'), consultedAt: null, address: null, userAgent: null, by: null },
  responseDeadlines: [
    { responseTypeId: 's', name: 'Manifestação', ...trackDeadline(statement) },
    { responseTypeId: 'd', name: 'Defesa', ...trackDeadline(defence) },
  ],
};
const noon = (date: string): Date => new Date(`${date}T15:00:00Z`);

describe('the date that matters next to a recipient', () => {
  it('is the tacit one while nobody opened it, and says what happens then', () => {
    const next = nextDeadline(pending, noon('2026-03-10'));
    expect(next).toMatchObject({ kind: 'TACIT', deadline: tacit });
    expect(next?.consequence).toContain('18/03/2026');
    expect(nextDeadline({ ...pending, actState: 'REQUESTED' }, noon('2026-03-10'))).toBeNull();
  });

  it('is the earliest date to answer that is not over, until there is an answer', () => {
    expect(nextDeadline(fulfilled, noon('2026-03-20'))?.deadline).toBe(defence);
    expect(nextDeadline(fulfilled, noon('2026-03-31'))?.deadline).toBe(statement);
    expect(nextDeadline(fulfilled, noon('2026-04-08'))).toBeNull();
    const answered = { petitionId: 'pt', responseTypeId: 'd', receiptNumber: 'R', respondedAt: noon('2026-03-21'), personId: 'x' };
    expect(nextDeadline({ ...fulfilled, responses: [answered] }, noon('2026-03-22'))).toBeNull();
  });

  it('has days left on the calendar of the city: 0 until its last instant, none after it', () => {
    expect(daysLeft(tacit, noon('2026-03-10'))).toBe(8);
    // 23:30 of the 10th in the city is the 11th in UTC.
    expect(daysLeft(tacit, new Date('2026-03-11T02:30:00Z'))).toBe(8);
    expect(daysLeft(tacit, tacit.endsAt)).toBe(0);
    expect([isRunning(tacit, tacit.endsAt), daysLeft(tacit, new Date(tacit.endsAt.getTime() + 1))]).toEqual([true, null]);
  });
});
