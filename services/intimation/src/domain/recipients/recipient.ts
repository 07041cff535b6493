import type { RecipientDisabled, RecipientEnabled, RecipientEvent } from './events.ts';

/**
 * A person who can be intimated electronically by a municipality while accredited there: only released external users
 * can be recipients (IN-01, domain.md). Its id is that of the accreditation.
 */
export interface Recipient {
  readonly id: string;
  readonly municipalityId: string;
  readonly personId: string;
  /** Absent for who was released before identity told names; identity knows it. */
  readonly name?: string;
  readonly state: 'ENABLED' | 'DISABLED';
  readonly enabledAt: Date;
  /** Why it is disabled. */
  readonly reasonCode?: string;
}

/** What an accreditation's events say about its owner. */
export interface AccreditedPerson {
  readonly accreditationId: string;
  readonly municipalityId: string;
  readonly personId: string;
  readonly personName?: string | undefined;
}

interface Decision {
  readonly state: Recipient;
  readonly events: readonly RecipientEvent[];
}

/** The person is fully released: may be intimated from now on. For one who already may, only the name can change. */
export function enableRecipient(known: Recipient | undefined, who: AccreditedPerson, at: Date): Decision {
  const name = who.personName ?? known?.name;
  if (known?.state === 'ENABLED') return { state: name === known.name ? known : { ...known, ...named(name) }, events: [] };
  const state: Recipient = {
    id: who.accreditationId,
    municipalityId: who.municipalityId,
    personId: who.personId,
    ...named(name),
    state: 'ENABLED',
    enabledAt: at,
  };
  const enabled: RecipientEnabled = { type: 'RecipientEnabled', ...about(state), data: facts(state) };
  return { state, events: [enabled] };
}

/** The person is blocked: may not be intimated. `undefined` when there is nothing to disable. */
export function disableRecipient(known: Recipient | undefined, reasonCode: string): Decision | undefined {
  if (known?.state !== 'ENABLED') return undefined;
  const state: Recipient = { ...known, state: 'DISABLED', reasonCode };
  const disabled: RecipientDisabled = {
    type: 'RecipientDisabled',
    ...about(state),
    data: { ...facts(state), reasonCode },
  };
  return { state, events: [disabled] };
}

function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}

function about(recipient: Recipient): { aggregate: { type: 'recipient'; id: string }; tenantId: string } {
  return { aggregate: { type: 'recipient', id: recipient.id }, tenantId: recipient.municipalityId };
}

function facts({ id, personId, municipalityId }: Recipient): RecipientEnabled['data'] {
  return { recipientId: id, personId, municipalityId };
}
