import { decodeEvent } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import { systemActor } from '@guiche/kit/auth';
import type { EventReaction } from '@guiche/kit/host';
import type { Pipeline, Request, UseCase } from '@guiche/kit/use-case';
import type { Resources } from '../../permissions.ts';
import { completeSettlement } from '../../use-cases/complete-settlement.ts';
import { failSettlement } from '../../use-cases/fail-settlement.ts';
import { noteMunicipality } from '../../use-cases/note-municipality.ts';
import { noteRevokedSession } from '../../use-cases/note-revoked-session.ts';
import { noteStaffMember } from '../../use-cases/note-staff-member.ts';
import { noteUnit } from '../../use-cases/note-unit.ts';
import type { Ports } from '../../use-cases/ports.ts';

const saga = systemActor('accreditation-saga');
const projection = systemActor('projection');

/** Event -> the one use case that reacts to it. */
export function reactions(pipeline: Pipeline<Resources, Ports>): Record<string, EventReaction> {
  const react = <Name extends EventType, Action extends keyof Resources, Input, Prepared, Result>(
    type: Name,
    useCase: UseCase<Ports, Resources, Action, Input, Prepared, Result>,
    actor: Request<Input>['actor'],
    inputOf: (data: EventData<Name>) => Input,
  ): Record<string, EventReaction> => ({
    [type]: ({ payload }, trigger, origin) =>
      pipeline.execute(useCase, { input: inputOf(decodeEvent(type, payload)), actor, origin, trigger }),
  });

  return {
    ...react('guiche.process.v1.AccessOffered', completeSettlement, saga, (offered) => ({
      ticketId: offered.ticketId,
      process: { id: offered.processId, number: offered.processNumber, link: offered.link, openedAt: offered.openedAt },
    })),
    ...react('guiche.process.v1.AccreditationProcessFailed', failSettlement, saga, ({ ticketId, reasonCode, detail }) => ({
      ticketId,
      reason: { code: reasonCode, detail },
    })),
    ...react('guiche.identity.v1.AccreditationReleaseRefused', failSettlement, saga, ({ ticketId, reasonCode }) => ({
      ticketId,
      reason: { code: reasonCode },
    })),
    ...react('guiche.identity.v1.MunicipalityConfigured', noteMunicipality, projection, ({ municipalityId, city, timeZone, clockAheadSeconds = 0 }) => ({
      id: municipalityId,
      city,
      timeZone,
      clockAheadSeconds,
    })),
    ...react('guiche.identity.v1.UnitChanged', noteUnit, projection, ({ unitId, municipalityId, name, active }) => ({
      id: unitId,
      municipalityId,
      name,
      active,
    })),
    ...react('guiche.identity.v1.StaffMemberChanged', noteStaffMember, projection, ({ staffMemberId, municipalityId, unitIds, active }) => ({
      id: staffMemberId,
      municipalityId,
      unitIds,
      active,
    })),
    ...react('guiche.identity.v1.SessionRevoked', noteRevokedSession, projection, ({ sessionId, revokedAt }) => ({
      sessionId,
      revokedAt,
    })),
  };
}
