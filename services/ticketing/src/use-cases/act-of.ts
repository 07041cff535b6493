import type { Principal } from '@guiche/kit/auth';
import type { TicketAuthor } from '../domain/ticket-entry.ts';
import type { Act } from '../domain/ticket.ts';

/** The act as the domain sees it: by whom, when, with which id for its line of history. */
export function actOf({ actor, now, newId }: { actor: Principal; now: Date; newId: () => string }, text = ''): Act {
  return { by: authorOf(actor), at: now, entryId: newId(), text };
}

function authorOf(actor: Principal): TicketAuthor {
  switch (actor.kind) {
    case 'person':
    case 'app-for-person':
    case 'representative':
      return { role: 'REQUESTER', id: actor.personId };
    case 'staff':
      return { role: 'STAFF', id: actor.staffId };
    case 'system':
      return { role: 'SYSTEM', id: actor.name };
    case 'app':
      return { role: 'SYSTEM', id: actor.appId };
    case 'anonymous':
      throw new Error('Nobody acts on a ticket without a name');
  }
}
