import { publicationOf } from '@guiche/contracts';
import type { DomainEvent, Publication } from '@guiche/kit/outbox';
import type { TicketEvent } from '../../domain/events.ts';

/** Domain event -> message of the contract. */
export function publish(event: DomainEvent): Publication {
  return publicationOfTicket(event as TicketEvent);
}

function publicationOfTicket({ aggregate, ...event }: TicketEvent): Publication {
  const ticketId = aggregate.id;
  switch (event.type) {
    case 'TicketOpened':
      return publicationOf('guiche.ticketing.v1.TicketOpened', { ticketId, ...event.data });
    case 'TicketAssigned':
      return publicationOf('guiche.ticketing.v1.TicketAssigned', { ticketId, ...event.data });
    case 'TicketPending':
      return publicationOf('guiche.ticketing.v1.TicketPending', { ticketId, ...event.data });
    case 'TicketReplied':
      return publicationOf('guiche.ticketing.v1.TicketReplied', { ticketId, ...event.data });
    case 'AccreditationApproved':
      return publicationOf('guiche.ticketing.v1.AccreditationApproved', { ticketId, ...event.data });
    case 'TicketSolved':
      return publicationOf('guiche.ticketing.v1.TicketSolved', { ticketId, ...event.data });
    case 'TicketRefused':
      return publicationOf('guiche.ticketing.v1.TicketRefused', { ticketId, ...event.data });
    case 'TicketCancelled':
      return publicationOf('guiche.ticketing.v1.TicketCancelled', { ticketId, ...event.data });
    case 'TicketFollowUpAdded':
      return publicationOf('guiche.ticketing.v1.TicketFollowUpAdded', { ticketId, ...event.data });
  }
}
