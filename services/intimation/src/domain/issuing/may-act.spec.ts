import { describe, expect, it } from '@jest/globals';
import type { Recipient } from '../recipients/recipient.ts';
import { mayAct } from './may-act.ts';

const enabled: Recipient = { id: 'r', municipalityId: 'campinas', personId: 'anna', state: 'ENABLED', enabledAt: new Date(0) };
const notice = { representatives: [{ personId: 'anna' }] };

describe('the right to fulfil or answer', () => {
  it('is that of who represents the recipient, as long as the recipient is enabled (PJ-05, PJ-06)', () => {
    expect(mayAct(notice, 'anna', enabled)).toBe(true);
    expect(mayAct(notice, 'bruno', enabled)).toBe(false);
    expect(mayAct(notice, 'anna', { ...enabled, state: 'DISABLED' })).toBe(false);
    expect(mayAct(notice, 'anna', undefined)).toBe(false);
  });
});
