import { describe, expect, it } from '@jest/globals';
import { disableRecipient, enableRecipient } from './recipient.ts';

const who = { accreditationId: 'acc-1', municipalityId: 'campinas', personId: 'ana' };
const at = new Date('2026-03-06T12:00:00Z');

describe('a recipient of intimations (IN-01)', () => {
  it('is enabled by a full release and says so once', () => {
    const first = enableRecipient(undefined, who, at);
    expect(first.state).toEqual({ id: 'acc-1', municipalityId: 'campinas', personId: 'ana', state: 'ENABLED', enabledAt: at });
    expect(first.events).toEqual([
      {
        type: 'RecipientEnabled',
        aggregate: { type: 'recipient', id: 'acc-1' },
        tenantId: 'campinas',
        data: { recipientId: 'acc-1', personId: 'ana', municipalityId: 'campinas' },
      },
    ]);
    expect(enableRecipient(first.state, who, new Date()).events).toEqual([]);
  });

  it('has the name that the latest release told, and none when none ever did', () => {
    const nameless = enableRecipient(undefined, who, at).state;
    expect(nameless.name).toBeUndefined();
    const named = enableRecipient(nameless, { ...who, personName: 'Ana Prado' }, new Date());
    expect(named).toEqual({ state: { ...nameless, name: 'Ana Prado' }, events: [] });
    const blocked = disableRecipient(named.state, 'X')?.state;
    expect(enableRecipient(blocked, who, at).state.name).toBe('Ana Prado');
  });

  it('is disabled by a block with its reason, and enabled again afterwards', () => {
    const { state } = enableRecipient(undefined, who, at);
    const blocked = disableRecipient(state, 'TERM_NOT_SIGNED');
    expect(blocked?.state).toMatchObject({ state: 'DISABLED', reasonCode: 'TERM_NOT_SIGNED' });
    expect(blocked?.events.map(({ type }) => type)).toEqual(['RecipientDisabled']);
    const again = enableRecipient(blocked?.state, who, at);
    expect(again.state.state).toBe('ENABLED');
    expect(again.state.reasonCode).toBeUndefined();
    expect(again.events).toHaveLength(1);
  });

  it('is not touched by a block when it is not enabled', () => {
    expect(disableRecipient(undefined, 'X')).toBeUndefined();
    const disabled = disableRecipient(enableRecipient(undefined, who, at).state, 'X')?.state;
    expect(disableRecipient(disabled, 'Y')).toBeUndefined();
  });
});
