import { errors } from './errors.ts';
import type { ContactReason, IdentityEvent } from './events.ts';
import type { Person, PersonalData } from './person.ts';

/** How long a confirmation link works. */
export const confirmationLifetimeMs = 24 * 60 * 60_000;

/**
 * Somebody who filled in the form and has not confirmed the e-mail address yet. Several of one CPF may wait side by
 * side; the first to be confirmed becomes the person.
 */
export interface PreRegistration {
  readonly id: string;
  /** Id the person will have. */
  readonly personId: string;
  readonly municipalityId: string;
  readonly data: PersonalData;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly confirmedAt: Date | null;
}

/** Tells the address where to confirm. The token travels in this event only and is stored nowhere else. */
export function confirmationRequest(preRegistration: PreRegistration, token: string): IdentityEvent {
  return {
    ...contactChange(preRegistration.personId, preRegistration.municipalityId, preRegistration.data, 'PRE_REGISTERED', {
      confirmationToken: token,
      confirmationExpiresAt: preRegistration.expiresAt,
    }),
  };
}

/** Tells somebody who is registered that the own CPF or address was used again. */
export function alreadyRegisteredNotice(person: Person, municipalityId: string): IdentityEvent {
  return contactChange(person.id, municipalityId, person, 'ALREADY_REGISTERED');
}

/** The person that a confirmed pre-registration becomes; the link works once and until it expires (ID-09). */
export function confirm(preRegistration: PreRegistration, at: Date): { person: Person; events: IdentityEvent[] } {
  if (preRegistration.confirmedAt !== null) throw errors.CONFIRMATION_TOKEN_USED();
  if (preRegistration.expiresAt <= at) throw errors.CONFIRMATION_TOKEN_INVALID();
  const { personId, municipalityId, data } = preRegistration;
  const person = { ...data, id: personId, municipalityIds: [municipalityId], registeredAt: at };
  const registered: IdentityEvent = {
    type: 'PersonRegistered',
    aggregate: { type: 'person', id: personId },
    tenantId: municipalityId,
    data: { personId, municipalityId },
  };
  return { person, events: [registered, contactChange(personId, municipalityId, data, 'CONFIRMED')] };
}

function contactChange(
  personId: string,
  municipalityId: string,
  { fullName, email, mobile }: Pick<PersonalData, 'fullName' | 'email' | 'mobile'>,
  reason: ContactReason,
  confirmation: { confirmationToken: string; confirmationExpiresAt: Date } | undefined = undefined,
): IdentityEvent {
  return {
    type: 'PersonContactChanged',
    aggregate: { type: 'contact', id: personId },
    tenantId: municipalityId,
    data: { personId, municipalityId, fullName, email, mobile: mobile ?? '', reason, ...confirmation },
  };
}
