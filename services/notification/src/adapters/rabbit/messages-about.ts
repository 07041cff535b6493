import { decodeEvent, PersonContactChanged_Reason as Reason } from '@guiche/contracts';
import type { EventData } from '@guiche/contracts';
import type { Envelope } from '@guiche/kit/outbox';
import type { NewMessage } from '../../use-cases/write-messages.ts';

/** Wire type -> the message it makes. Keys name the fact, so that a fact told twice makes one message. */
export const messagesAbout: Readonly<Record<string, (envelope: Envelope) => NewMessage>> = {
  'guiche.ticketing.v1.TicketPending': ({ payload, eventId, tenantId }) => {
    const { ticketId, requesterId, reason } = decodeEvent('guiche.ticketing.v1.TicketPending', payload);
    return {
      key: `ticket-pending:${ticketId}:${eventId}`,
      kind: 'TICKET_PENDING',
      personId: requesterId,
      municipalityId: tenantId,
      facts: { reason },
      path: `/chamados/${ticketId}`,
      inInbox: true,
    };
  },
  'guiche.ticketing.v1.TicketSolved': ({ payload }) => {
    const event = decodeEvent('guiche.ticketing.v1.TicketSolved', payload);
    const { processNumber, processOpenedAt, processLink, solutionNumber } = event;
    return {
      // The first version of the event told of no number.
      key: ['ticket-solved', event.ticketId, ...(solutionNumber === undefined ? [] : [solutionNumber])].join(':'),
      kind: 'TICKET_SOLVED',
      personId: event.requesterId,
      municipalityId: event.municipalityId,
      facts: {
        ticketNumber: event.number,
        solution: event.solution,
        ...(processNumber ? { processNumber } : {}),
        ...(processOpenedAt === undefined ? {} : { processOpenedAt }),
      },
      path: processLink ?? `/chamados/${event.ticketId}`,
      inInbox: true,
    };
  },
  'guiche.ticketing.v1.TicketRefused': ({ payload }) => {
    const { ticketId, requesterId, municipalityId, reason } = decodeEvent('guiche.ticketing.v1.TicketRefused', payload);
    return {
      key: `ticket-refused:${ticketId}`,
      kind: 'TICKET_REFUSED',
      personId: requesterId,
      municipalityId,
      facts: { reason },
      path: `/chamados/${ticketId}`,
      inInbox: true,
    };
  },
  'guiche.identity.v1.AccreditationTermReminderDue': ({ payload }) => {
    const event = decodeEvent('guiche.identity.v1.AccreditationTermReminderDue', payload);
    const { processNumber, termDueOn, daysLeft } = event;
    return {
      key: `term-reminder:${event.accreditationId}:${termDueOn}:${String(daysLeft)}`,
      kind: 'TERM_REMINDER',
      ...whose(event),
      facts: { processNumber, dueOn: termDueOn, daysLeft },
      inInbox: true,
    };
  },
  'guiche.identity.v1.AccreditationTermSigned': ({ payload }) => {
    const event = decodeEvent('guiche.identity.v1.AccreditationTermSigned', payload);
    return { key: `term-signed:${event.accreditationId}`, kind: 'TERM_SIGNED', ...whose(event), facts: {}, inInbox: true };
  },
  'guiche.identity.v1.AccreditationBlocked': ({ payload, eventId }) => {
    const event = decodeEvent('guiche.identity.v1.AccreditationBlocked', payload);
    return {
      key: `accreditation-blocked:${event.accreditationId}:${eventId}`,
      kind: 'ACCREDITATION_BLOCKED',
      ...whose(event),
      facts: { reason: event.reasonCode },
      inInbox: true,
    };
  },
  'guiche.identity.v1.AccreditationUnblocked': ({ payload, eventId }) => {
    const event = decodeEvent('guiche.identity.v1.AccreditationUnblocked', payload);
    return {
      key: `accreditation-unblocked:${event.accreditationId}:${eventId}`,
      kind: 'ACCREDITATION_UNBLOCKED',
      ...whose(event),
      facts: { released: event.released },
      inInbox: true,
    };
  },
};

/** What has to be said to an address rather than to a known person; `undefined` when the contact is only to be kept. */
export function messageAboutContact(
  event: EventData<'guiche.identity.v1.PersonContactChanged'>,
  { eventId }: Envelope,
): NewMessage | undefined {
  const addressed = { ...whose(event), sendTo: { email: event.email }, inInbox: false };
  if (event.reason === Reason.ALREADY_REGISTERED) {
    return { key: `already-registered:${eventId}`, kind: 'ALREADY_REGISTERED', ...addressed, facts: {} };
  }
  if (event.reason !== Reason.PRE_REGISTERED) return undefined;
  const { confirmationToken = '', confirmationExpiresAt } = event;
  return {
    key: `email-confirmation:${eventId}`,
    kind: 'EMAIL_CONFIRMATION',
    ...addressed,
    facts: confirmationExpiresAt === undefined ? {} : { dueOn: confirmationExpiresAt },
    path: `/confirmar-email#${encodeURIComponent(confirmationToken)}`,
  };
}

function whose({ personId, municipalityId }: { personId: string; municipalityId: string }): { personId: string; municipalityId: string } {
  return { personId, municipalityId };
}
