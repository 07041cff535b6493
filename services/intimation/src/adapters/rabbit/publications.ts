import { publicationOf } from '@guiche/contracts';
import type { DomainEvent, Publication } from '@guiche/kit/outbox';
import type { IntimationEvent } from '../../domain/events.ts';

/** Domain event -> message of the contract. */
export function publish(event: DomainEvent): Publication {
  return publicationOfIntimation(event as IntimationEvent);
}

function publicationOfIntimation(event: IntimationEvent): Publication {
  switch (event.type) {
    case 'RecipientEnabled':
      return publicationOf('guiche.intimation.v1.RecipientEnabled', event.data);
    case 'RecipientDisabled':
      return publicationOf('guiche.intimation.v1.RecipientDisabled', event.data);
    case 'CalendarConfigured':
      return publicationOf('guiche.intimation.v1.CalendarConfigured', event.data);
  }
}
