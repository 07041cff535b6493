import { PetitionFiled_Kind as PetitionKind, decodeEvent } from '@guiche/contracts';
import { systemActor } from '@guiche/kit/auth';
import type { EventReaction } from '@guiche/kit/host';
import type { Pipeline } from '@guiche/kit/use-case';
import type { Resources } from '../../permissions.ts';
import { noteMunicipality } from '../../use-cases/calendar/note-municipality.ts';
import { noteCertificateFiled } from '../../use-cases/fulfilment/note-certificate-filed.ts';
import { noteResponse } from '../../use-cases/fulfilment/note-response.ts';
import { noteAccessReplaced } from '../../use-cases/issuing/note-access-replaced.ts';
import { noteBindingRefused } from '../../use-cases/issuing/note-binding-refused.ts';
import { noteBound } from '../../use-cases/issuing/note-bound.ts';
import { noteUnitChanged } from '../../use-cases/issuing/note-unit-changed.ts';
import { noteBlocked, noteTermSigned, noteUnblocked } from '../../use-cases/recipients/follow-accreditation.ts';
import { noteSessionRevoked } from '../../use-cases/note-session-revoked.ts';
import type { Ports } from '../../use-cases/ports.ts';

const accreditationEvents = systemActor('accreditation-events');
const municipalityEvents = systemActor('municipality-events');
const sessionEvents = systemActor('session-events');
const projection = systemActor('projection');
const intimationSaga = systemActor('intimation-saga');
const processEvents = systemActor('process-events');

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
      const { municipalityId: id, timeZone, training, clockAheadSeconds = 0 } = decodeEvent('guiche.identity.v1.MunicipalityConfigured', payload);
      return pipeline.execute(noteMunicipality, { input: { id, timeZone, training, clockAheadSeconds }, actor: municipalityEvents, origin, trigger });
    },
    'guiche.identity.v1.UnitChanged': ({ payload }, trigger, origin) => {
      const { unitId, municipalityId, name, acronym, active, body } = decodeEvent('guiche.identity.v1.UnitChanged', payload);
      return pipeline.execute(noteUnitChanged, {
        input: { id: unitId, municipalityId, name, acronym, active, body: orNull(body) },
        actor: projection,
        origin,
        trigger,
      });
    },
    'guiche.process.v1.IntimationBound': ({ payload }, trigger, origin) => {
      const { municipalityId: _city, processId: _process, body, secret = false, ...bound } = decodeEvent('guiche.process.v1.IntimationBound', payload);
      return pipeline.execute(noteBound, { input: { ...bound, secret, body: orNull(body) }, actor: intimationSaga, origin, trigger });
    },
    'guiche.process.v1.IntimationBindingRefused': ({ payload }, trigger, origin) =>
      pipeline.execute(noteBindingRefused, {
        input: decodeEvent('guiche.process.v1.IntimationBindingRefused', payload),
        actor: intimationSaga,
        origin,
        trigger,
      }),
    'guiche.process.v1.IntimationAccessReplaced': ({ payload }, trigger, origin) =>
      pipeline.execute(noteAccessReplaced, {
        input: decodeEvent('guiche.process.v1.IntimationAccessReplaced', payload),
        actor: intimationSaga,
        origin,
        trigger,
      }),
    'guiche.process.v1.IntimationCertificateFiled': ({ payload }, trigger, origin) => {
      const { noticeId, documentId, documentNumber, filedAt } = decodeEvent('guiche.process.v1.IntimationCertificateFiled', payload);
      return pipeline.execute(noteCertificateFiled, { input: { noticeId, documentId, documentNumber, filedAt }, actor: processEvents, origin, trigger });
    },
    // Only answers to intimations are any business of this service.
    'guiche.process.v1.PetitionFiled': ({ payload }, trigger, origin) => {
      const { kind, petitionId, personId, receiptNumber, filedAt, noticeId, responseTypeId } = decodeEvent('guiche.process.v1.PetitionFiled', payload);
      if (kind !== PetitionKind.RESPONSE || noticeId === undefined) return pipeline.note(trigger);
      return pipeline.execute(noteResponse, {
        input: { noticeId, petitionId, personId, responseTypeId: orNull(responseTypeId), receiptNumber: orNull(receiptNumber), respondedAt: filedAt },
        actor: processEvents,
        origin,
        trigger,
      });
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

/** What is told as empty is not there. */
function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}
