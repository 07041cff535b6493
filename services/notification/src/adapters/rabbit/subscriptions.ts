import { decodeEvent, PersonContactChanged_Reason as Reason } from '@guiche/contracts';
import type { EventData } from '@guiche/contracts';
import { systemActor } from '@guiche/kit/auth';
import type { EventReaction } from '@guiche/kit/host';
import type { Envelope } from '@guiche/kit/outbox';
import type { Pipeline, Origin, Trigger } from '@guiche/kit/use-case';
import type { Resources } from '../../permissions.ts';
import { noteContact } from '../../use-cases/note-contact.ts';
import { noteMunicipality } from '../../use-cases/note-municipality.ts';
import { noteUnit } from '../../use-cases/note-unit.ts';
import { noteSessionRevoked } from '../../use-cases/note-session-revoked.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { writeMessages } from '../../use-cases/write-messages.ts';
import type { NewMessage } from '../../use-cases/write-messages.ts';
import { messagesAboutAccess } from './messages-about-access.ts';
import { messageAboutContact, messagesAbout } from './messages-about.ts';
import { messagesAboutNotices } from './messages-about-notices.ts';
import { messagesAboutPetitions } from './messages-about-petitions.ts';
import { messagesAboutSignatures } from './messages-about-signatures.ts';
import { messagesAboutTasks } from './messages-about-tasks.ts';

type ServicePipeline = Pipeline<Resources, Ports>;

/** Event -> the one use case that reacts to it. Which event makes which messages stands in messages-about*.ts. */
export function reactions(pipeline: ServicePipeline): Record<string, EventReaction> {
  const write = (messages: readonly NewMessage[], trigger: Trigger, origin: Origin): Promise<unknown> =>
    pipeline.execute(writeMessages, {
      input: { messages, correlationId: origin.correlationId },
      actor: systemActor('message-writer'),
      origin,
      trigger,
    });
  const writers = Object.entries({ ...messagesAbout, ...messagesAboutAccess, ...messagesAboutNotices, ...messagesAboutPetitions, ...messagesAboutSignatures, ...messagesAboutTasks }).map(([type, about]) => [
    type,
    (envelope: Envelope, trigger: Trigger, origin: Origin) => {
      const messages = [about(envelope) ?? []].flat();
      return messages.length === 0 ? pipeline.note(trigger) : write(messages, trigger, origin);
    },
  ] as const);

  return {
    ...Object.fromEntries(writers),
    'guiche.identity.v1.PersonContactChanged': (envelope, trigger, origin) => {
      const event = decodeEvent('guiche.identity.v1.PersonContactChanged', envelope.payload);
      const message = messageAboutContact(event, envelope);
      if (message !== undefined) return write([message], trigger, origin);
      return pipeline.execute(noteContact, { input: confirmed(event), actor: systemActor('contact-events'), origin, trigger });
    },
    'guiche.identity.v1.MunicipalityConfigured': ({ payload }, trigger, origin) => {
      const { municipalityId, name, city, timeZone, training, clockAheadSeconds = 0 } = decodeEvent('guiche.identity.v1.MunicipalityConfigured', payload);
      const input = { id: municipalityId, name, city, timeZone, training, clockAheadSeconds };
      return pipeline.execute(noteMunicipality, { input, actor: systemActor('municipality-events'), origin, trigger });
    },
    'guiche.identity.v1.UnitChanged': ({ payload }, trigger, origin) => {
      const { unitId, name, email } = decodeEvent('guiche.identity.v1.UnitChanged', payload);
      return pipeline.execute(noteUnit, { input: { id: unitId, name, email }, actor: systemActor('unit-events'), origin, trigger });
    },
    'guiche.identity.v1.SessionRevoked': ({ payload }, trigger, origin) =>
      pipeline.execute(noteSessionRevoked, {
        input: decodeEvent('guiche.identity.v1.SessionRevoked', payload),
        actor: systemActor('session-events'),
        origin,
        trigger,
      }),
  };
}

function confirmed(event: EventData<'guiche.identity.v1.PersonContactChanged'>): { personId: string; fullName: string; email: string } {
  if (event.reason !== Reason.CONFIRMED && event.reason !== Reason.CHANGED) {
    throw new Error(`PersonContactChanged with a reason this version does not know: ${String(event.reason)}`);
  }
  return { personId: event.personId, fullName: event.fullName, email: event.email };
}
