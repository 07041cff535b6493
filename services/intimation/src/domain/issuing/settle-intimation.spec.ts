import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '../calendar/working-calendar.ts';
import type { Recipient } from '../recipients/recipient.ts';
import { requestIntimation } from './request-intimation.ts';
import type { ClearedOrder } from './request-intimation.ts';
import { issueIntimation, refuseIntimation, termInWords, withdrawIntimation } from './settle-intimation.ts';
import { isStuck } from './intimation.ts';

const at = new Date('2026-03-06T15:00:00Z');
const recipient = (id: string): Recipient => ({ id, municipalityId: 'campinas', personId: `person-${id}`, name: id, state: 'ENABLED', enabledAt: at });
const cleared: ClearedOrder = {
  order: { unitId: 'pg', processId: 'p', documentId: 'doc', annexDocumentIds: ['annex'], typeId: 't', responseTypeIds: ['d'], recipientIds: ['a', 'b'], accessScope: 'INTEGRAL' },
  municipalityId: 'campinas',
  type: { id: 't', municipalityId: 'campinas', name: 'Apresentar defesa', responseMode: 'REQUIRED', responseTypeIds: ['d'], active: true, used: false, version: 1 },
  responseTypes: [{ id: 'd', municipalityId: 'campinas', name: 'Defesa', amount: { unit: 'BUSINESS_DAYS', value: 10 }, active: true, used: false, version: 1 }],
  recipients: [recipient('a'), recipient('b')],
  changes: new Map([['a', 'NEW'], ['b', 'REPLACES_PARTIAL']]),
};
/** Ids out of order, as ids of one instant are. */
const ids = ['n-2', 'n-1'];
const requested = requestIntimation(cleared, { id: 'i', number: 'INT 2026/1', staffId: 's', at, newId: () => ids.shift() ?? '' });
const binding = { processNumber: '1/2026', processTypeKey: 'general', body: 'SEMAE', documentLabel: 'Despacho 1', boundAt: new Date('2026-03-07T02:30:00Z'), secret: false };
const calendar = workingCalendar({ timeZone: 'America/Sao_Paulo', holidaysOf: () => [] });

describe('an act that was asked for', () => {
  it('tells process whom it binds, in their order, and intimates nobody yet', () => {
    expect(requested.intimation).toMatchObject({ state: 'REQUESTED', issuedAt: null, noticeCount: 2, accessScope: 'INTEGRAL' });
    expect(requested.notices.map(({ id, actState, status, tacit }) => [id, actState, status, tacit])).toEqual([
      ['n-1', 'REQUESTED', 'PENDING', null], ['n-2', 'REQUESTED', 'PENDING', null],
    ]);
    expect(requested.event.data.notices).toEqual([
      { noticeId: 'n-1', personIds: ['person-a'], replacesPartial: false }, { noticeId: 'n-2', personIds: ['person-b'], replacesPartial: true },
    ]);
  });

  it('is issued as of the instant it was bound, and its tacit date counts from that day in the city (IN-11)', () => {
    const { intimation, notices, events } = issueIntimation(requested.intimation, requested.notices, { binding, tacitDays: 10, calendar });
    // 23:30 of Friday, the 6th, in the city is Saturday in UTC.
    expect(intimation).toMatchObject({ state: 'ISSUED', issuedAt: binding.boundAt, version: 2 });
    expect(notices.map(({ tacit, tacitDays, body, processNumber }) => [tacit?.current.date, tacitDays, body, processNumber])).toEqual([
      ['2026-03-18', 10, 'SEMAE', '1/2026'], ['2026-03-18', 10, 'SEMAE', '1/2026'],
    ]);
    expect(events[0]?.data).toMatchObject({ personIds: ['person-a'], responseTerms: ['Defesa: 10 dias úteis'], tacitOn: '2026-03-18', documentLabel: 'Despacho 1' });
  });

  it('of a secret process is confided to the one member of the staff who asked for it', () => {
    const secret = issueIntimation(requested.intimation, requested.notices, { binding: { ...binding, secret: true }, tacitDays: 10, calendar });
    const open = issueIntimation(requested.intimation, requested.notices, { binding, tacitDays: 10, calendar });
    const told = ({ intimation, notices }: typeof open) => [intimation, ...notices].map(({ confidedTo }) => confidedTo);
    expect([told(secret), told(open)]).toEqual([['s', 's', 's'], [null, null, null]]);
  });

  it('is refused without a word to anybody, and withdrawn with one to process', () => {
    expect(refuseIntimation(requested.intimation, { code: 'X', message: 'x', at })).toMatchObject({ state: 'REFUSED', failure: { code: 'X' }, issuedAt: null });
    const { intimation, event } = withdrawIntimation(requested.intimation, { binding, code: 'RECIPIENT_NOT_ENABLED', message: 'x', at });
    expect(intimation).toMatchObject({ state: 'WITHDRAWN', issuedAt: null });
    expect(event.data).toEqual({ intimationId: 'i', municipalityId: 'campinas', reasonCode: 'RECIPIENT_NOT_ENABLED' });
  });

  it('is stuck from two minutes on while nobody answered, and never once it is settled', () => {
    const after = (seconds: number): Date => new Date(at.getTime() + seconds * 1000);
    expect([isStuck(requested.intimation, after(119)), isStuck(requested.intimation, after(120))]).toEqual([false, true]);
    expect(isStuck({ ...requested.intimation, state: 'REFUSED' }, after(500))).toBe(false);
  });

  it('names ways to answer with and without a deadline', () => {
    expect(termInWords({ responseTypeId: 'x', name: 'Ciência', amount: null })).toBe('Ciência: sem prazo');
  });
});
