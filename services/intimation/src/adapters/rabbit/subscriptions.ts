import { decodeEvent } from '@guiche/contracts';
import { systemActor } from '@guiche/kit/auth';
import type { EventReaction } from '@guiche/kit/host';
import type { Pipeline } from '@guiche/kit/use-case';
import type { Resources } from '../../permissions.ts';
import { noteMunicipality } from '../../use-cases/calendar/note-municipality.ts';
import { noteBlocked, noteTermSigned, noteUnblocked } from '../../use-cases/recipients/follow-accreditation.ts';
import { noteSessionRevoked } from '../../use-cases/note-session-revoked.ts';
import type { Ports } from '../../use-cases/ports.ts';

const accreditationEvents = systemActor('accreditation-events');
const municipalityEvents = systemActor('municipality-events');
const sessionEvents = systemActor('session-events');

/** Event -> the one use case that reacts to it. */
export function reactions(pipeline: Pipeline<Resources, Ports>): Record<string, EventReaction> {
  return {
    'guiche.identity.v1.AccreditationTermSigned': ({ payload }, trigger, origin) =>
      pipeline.execute(noteTermSigned, {
        input: decodeEvent('guiche.identity.v1.AccreditationTermSigned', payload),
        actor: accreditationEvents,
        origin,
        trigger,
      }),
    'guiche.identity.v1.AccreditationBlocked': ({ payload }, trigger, origin) =>
      pipeline.execute(noteBlocked, {
        input: decodeEvent('guiche.identity.v1.AccreditationBlocked', payload),
        actor: accreditationEvents,
        origin,
        trigger,
      }),
    'guiche.identity.v1.AccreditationUnblocked': ({ payload }, trigger, origin) =>
      pipeline.execute(noteUnblocked, {
        input: decodeEvent('guiche.identity.v1.AccreditationUnblocked', payload),
        actor: accreditationEvents,
        origin,
        trigger,
      }),
    'guiche.identity.v1.MunicipalityConfigured': ({ payload }, trigger, origin) => {
      const { municipalityId: id, timeZone, training } = decodeEvent('guiche.identity.v1.MunicipalityConfigured', payload);
      return pipeline.execute(noteMunicipality, { input: { id, timeZone, training }, actor: municipalityEvents, origin, trigger });
    },
    'guiche.identity.v1.SessionRevoked': ({ payload }, trigger, origin) =>
      pipeline.execute(noteSessionRevoked, {
        input: decodeEvent('guiche.identity.v1.SessionRevoked', payload),
        actor: sessionEvents,
        origin,
        trigger,
      }),
  };
}
