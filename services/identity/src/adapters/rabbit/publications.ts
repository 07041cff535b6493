import { PersonContactChanged_Reason, publicationOf } from '@guiche/contracts';
import type { DomainEvent, Publication } from '@guiche/kit/outbox';
import type { ContactReason, IdentityEvent } from '../../domain/events.ts';

/** Domain event -> message of the contract. */
export function publish(event: DomainEvent): Publication {
  return publicationOfIdentity(event as IdentityEvent);
}

function publicationOfIdentity(event: IdentityEvent): Publication {
  switch (event.type) {
    case 'PersonRegistered':
      return publicationOf('guiche.identity.v1.PersonRegistered', event.data);
    case 'PersonContactChanged':
      return publicationOf('guiche.identity.v1.PersonContactChanged', { ...event.data, reason: reasons[event.data.reason] });
    case 'AccreditationStarted':
      return publicationOf('guiche.identity.v1.AccreditationStarted', event.data);
    case 'AccreditationReleaseStarted':
      return publicationOf('guiche.identity.v1.AccreditationReleaseStarted', event.data);
    case 'AccreditationReleaseRefused':
      return publicationOf('guiche.identity.v1.AccreditationReleaseRefused', event.data);
    case 'AccreditationReleased':
      return publicationOf('guiche.identity.v1.AccreditationReleased', event.data);
    case 'AccreditationTermReminderDue':
      return publicationOf('guiche.identity.v1.AccreditationTermReminderDue', event.data);
    case 'AccreditationTermSigned':
      return publicationOf('guiche.identity.v1.AccreditationTermSigned', event.data);
    case 'AccreditationBlocked':
      return publicationOf('guiche.identity.v1.AccreditationBlocked', event.data);
    case 'AccreditationUnblocked':
      return publicationOf('guiche.identity.v1.AccreditationUnblocked', event.data);
    case 'AccreditationRefused':
      return publicationOf('guiche.identity.v1.AccreditationRefused', event.data);
    case 'SessionRevoked':
      return publicationOf('guiche.identity.v1.SessionRevoked', event.data);
    case 'MunicipalityConfigured':
      return publicationOf('guiche.identity.v1.MunicipalityConfigured', event.data);
    case 'UnitChanged':
      return publicationOf('guiche.identity.v1.UnitChanged', event.data);
    case 'StaffMemberChanged':
      return publicationOf('guiche.identity.v1.StaffMemberChanged', { ...event.data, unitIds: [...event.data.unitIds] });
  }
}

const reasons: Record<ContactReason, PersonContactChanged_Reason> = {
  PRE_REGISTERED: PersonContactChanged_Reason.PRE_REGISTERED,
  CONFIRMED: PersonContactChanged_Reason.CONFIRMED,
  CHANGED: PersonContactChanged_Reason.CHANGED,
  ALREADY_REGISTERED: PersonContactChanged_Reason.ALREADY_REGISTERED,
};
