import { decodeEvent } from '@guiche/contracts';
import { systemActor } from '@guiche/kit/auth';
import type { EventReaction } from '@guiche/kit/host';
import type { Pipeline } from '@guiche/kit/use-case';
import type { TicketTurn } from '../../domain/accreditation.ts';
import type { Resources } from '../../permissions.ts';
import { abandonRelease } from '../../use-cases/abandon-release.ts';
import { completeRelease } from '../../use-cases/complete-release.ts';
import { followTicket } from '../../use-cases/follow-ticket.ts';
import { noteTermSigned } from '../../use-cases/note-term-signed.ts';
import { noteTicketOpened } from '../../use-cases/note-ticket-opened.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { startRelease } from '../../use-cases/start-release.ts';

const ticketingEvents = systemActor('ticketing-events');
const processEvents = systemActor('process-events');
const saga = systemActor('accreditation-saga');

/** The service of the catalogue whose tickets ask for an accreditation. */
const accreditationService = 'accreditation';

type TicketEventType = `guiche.ticketing.v1.Ticket${'Pending' | 'Replied' | 'Refused' | 'Cancelled'}`;

/** Event -> the one use case that reacts to it. */
export function reactions(pipeline: Pipeline<Resources, Ports>): Record<string, EventReaction> {
  const turn =
    (type: TicketEventType, what: TicketTurn): EventReaction =>
    ({ payload }, trigger, origin) => {
      const { ticketId } = decodeEvent(type, payload);
      return pipeline.execute(followTicket, { input: { ticketId, turn: what }, actor: ticketingEvents, origin, trigger });
    };

  return {
    'guiche.ticketing.v1.TicketOpened': ({ payload }, trigger, origin) => {
      const { ticketId, requesterId: personId, municipalityId, serviceKey } = decodeEvent('guiche.ticketing.v1.TicketOpened', payload);
      if (serviceKey !== accreditationService) return pipeline.note(trigger);
      const input = { ticketId, personId, municipalityId };
      return pipeline.execute(noteTicketOpened, { input, actor: ticketingEvents, origin, trigger });
    },
    'guiche.ticketing.v1.TicketPending': turn('guiche.ticketing.v1.TicketPending', 'PENDING'),
    'guiche.ticketing.v1.TicketReplied': turn('guiche.ticketing.v1.TicketReplied', 'REPLIED'),
    'guiche.ticketing.v1.TicketRefused': turn('guiche.ticketing.v1.TicketRefused', 'REFUSED'),
    'guiche.ticketing.v1.TicketCancelled': turn('guiche.ticketing.v1.TicketCancelled', 'CANCELLED'),
    'guiche.ticketing.v1.AccreditationApproved': ({ payload }, trigger, origin) => {
      const { ticketId, personId, municipalityId } = decodeEvent('guiche.ticketing.v1.AccreditationApproved', payload);
      return pipeline.execute(startRelease, { input: { ticketId, personId, municipalityId }, actor: saga, origin, trigger });
    },
    'guiche.process.v1.AccreditationProcessOpened': ({ payload }, trigger, origin) =>
      pipeline.execute(completeRelease, {
        input: decodeEvent('guiche.process.v1.AccreditationProcessOpened', payload),
        actor: saga,
        origin,
        trigger,
      }),
    'guiche.process.v1.AccreditationProcessFailed': ({ payload }, trigger, origin) =>
      pipeline.execute(abandonRelease, {
        input: decodeEvent('guiche.process.v1.AccreditationProcessFailed', payload),
        actor: saga,
        origin,
        trigger,
      }),
    'guiche.process.v1.DocumentSigned': ({ payload }, trigger, origin) =>
      pipeline.execute(noteTermSigned, {
        input: decodeEvent('guiche.process.v1.DocumentSigned', payload),
        actor: processEvents,
        origin,
        trigger,
      }),
  };
}
