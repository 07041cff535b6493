import { decodeEvent } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import { systemActor } from '@guiche/kit/auth';
import type { EventReaction } from '@guiche/kit/host';
import type { Envelope } from '@guiche/kit/outbox';
import type { Origin, Pipeline, Request, Trigger } from '@guiche/kit/use-case';
import type { Resources } from '../../permissions.ts';
import { noteAccreditationApproved } from '../../use-cases/accreditation/note-accreditation-approved.ts';
import { noteReleaseStarted } from '../../use-cases/accreditation/note-release-started.ts';
import { noteSessionRevoked } from '../../use-cases/settings/note-session-revoked.ts';
import { offerAccess } from '../../use-cases/accreditation/offer-access.ts';
import { bindIntimation } from '../../use-cases/intimations/bind-intimation.ts';
import { changeNoticeDeadline } from '../../use-cases/intimations/change-notice-deadline.ts';
import { fulfilNotices } from '../../use-cases/intimations/fulfil-notices.ts';
import type { FulfilNotice } from '../../use-cases/intimations/fulfil-notices.ts';
import { noteNoticeOverdue } from '../../use-cases/intimations/note-notice-overdue.ts';
import { noteNoticeResponded } from '../../use-cases/intimations/note-notice-responded.ts';
import { withdrawIntimation } from '../../use-cases/intimations/withdraw-intimation.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { noteExternalUser } from '../../use-cases/signatures/note-external-user.ts';
import { updateMunicipality } from '../../use-cases/settings/update-municipality.ts';
import { updateStaffMember } from '../../use-cases/settings/update-staff-member.ts';
import { updateUnit } from '../../use-cases/settings/update-unit.ts';
import { withdrawAccreditationProcess } from '../../use-cases/accreditation/withdraw-accreditation-process.ts';
import { changedDeadline, fulfilmentOf, requestedIntimation } from './intimation-reactions.ts';
import { gathered } from './gathered.ts';
import { oneAtATime } from './one-at-a-time.ts';

const saga = systemActor('accreditation-saga');
const projection = systemActor('projection');
const intimations = systemActor('intimation-saga');

/** Event -> the one use case that reacts to it. Other events of the bound aggregates are only noted. */
export function reactions({ execute }: Pipeline<Resources, Ports>): Record<string, EventReaction> {
  const turns = oneAtATime();
  // Each event has its place in the inbox, all in the transaction of all; the first one gives its trace.
  const fulfilments = gathered<{ input: FulfilNotice; request: FromEvent }>({
    most: 32,
    // A city has a clock of its own.
    placeOf: ({ input: { municipalityId } }) => municipalityId,
    async together(items) {
      const trigger: Trigger = async (session, now) => {
        for (const { request } of items) await request.trigger(session, now);
      };
      const [first] = items;
      if (first !== undefined) await execute(fulfilNotices, { ...first.request, trigger, actor: intimations, input: items.map(({ input }) => input) });
    },
    async alone({ input, request }) {
      await execute(fulfilNotices, { ...request, actor: intimations, input: [input] });
    },
  });
  return Object.fromEntries([
    reaction('guiche.ticketing.v1.AccreditationApproved', ({ ticketId, municipalityId, personId, ...approval }, request) =>
      execute(noteAccreditationApproved, { ...request, actor: saga, input: { ticketId, municipalityId, personId, approval, ...trace(request) } }),
    ),
    reaction('guiche.identity.v1.AccreditationReleaseStarted', ({ ticketId, municipalityId, personId, ...release }, request) =>
      execute(noteReleaseStarted, { ...request, actor: saga, input: { ticketId, municipalityId, personId, release, ...trace(request) } }),
    ),
    reaction('guiche.identity.v1.AccreditationReleased', (input, request) => execute(offerAccess, { ...request, actor: saga, input })),
    reaction('guiche.identity.v1.AccreditationReleaseRefused', (event, request) =>
      execute(withdrawAccreditationProcess, { ...request, actor: saga, input: { ...event, refusedAt: request.occurredAt } }),
    ),
    reaction('guiche.identity.v1.AccreditationTermSigned', ({ municipalityId, personId }, request) =>
      execute(noteExternalUser, { ...request, actor: projection, input: { municipalityId, personId, released: true } }),
    ),
    reaction('guiche.identity.v1.AccreditationBlocked', ({ municipalityId, personId }, request) =>
      execute(noteExternalUser, { ...request, actor: projection, input: { municipalityId, personId, released: false } }),
    ),
    reaction('guiche.identity.v1.AccreditationUnblocked', ({ municipalityId, personId, released }, request) =>
      execute(noteExternalUser, { ...request, actor: projection, input: { municipalityId, personId, released } }),
    ),
    reaction('guiche.intimation.v1.IntimationRequested', (event, request) =>
      turns.take(event.processId, () => execute(bindIntimation, { ...request, actor: intimations, input: requestedIntimation(event) })),
    ),
    reaction('guiche.intimation.v1.IntimationWithdrawn', ({ intimationId, reasonCode }, request) =>
      execute(withdrawIntimation, { ...request, actor: intimations, input: { intimationId, reasonCode } }),
    ),
    reaction('guiche.intimation.v1.NoticeFulfilled', (event, request) =>
      fulfilments.add({ input: fulfilmentOf(event), request }),
    ),
    reaction('guiche.intimation.v1.NoticeDeadlineChanged', (event, request) =>
      turns.take(event.processId, () => execute(changeNoticeDeadline, { ...request, actor: intimations, input: changedDeadline(event) })),
    ),
    reaction('guiche.intimation.v1.NoticeResponded', ({ noticeId, processId }, request) =>
      turns.take(processId, () => execute(noteNoticeResponded, { ...request, actor: intimations, input: { noticeId } })),
    ),
    reaction('guiche.intimation.v1.NoticeOverdue', ({ noticeId, processId }, request) =>
      turns.take(processId, () => execute(noteNoticeOverdue, { ...request, actor: intimations, input: { noticeId } })),
    ),
    reaction('guiche.identity.v1.MunicipalityConfigured', ({ municipalityId: id, name, acronym, city, state, timeZone, clockAheadSeconds = 0 }, request) =>
      execute(updateMunicipality, { ...request, actor: projection, input: { id, name, acronym, city, state, timeZone, clockAheadSeconds } }),
    ),
    reaction('guiche.identity.v1.UnitChanged', ({ unitId: id, municipalityId, name, acronym, body = null, email, active }, request) =>
      execute(updateUnit, { ...request, actor: projection, input: { id, municipalityId, name, acronym, body, email: email === '' ? null : email, active } }),
    ),
    reaction('guiche.identity.v1.StaffMemberChanged', ({ staffMemberId: id, municipalityId, unitIds, active }, request) =>
      execute(updateStaffMember, { ...request, actor: projection, input: { id, municipalityId, unitIds, active } }),
    ),
    reaction('guiche.identity.v1.SessionRevoked', (input, request) => execute(noteSessionRevoked, { ...request, actor: projection, input })),
  ]);
}

type FromEvent = Pick<Request<unknown>, 'origin'> & { readonly trigger: Trigger; readonly occurredAt: Date };

/** One row of the table: the event is decoded by the contract its name stands for. */
function reaction<Type extends EventType>(
  type: Type,
  react: (event: EventData<Type>, request: FromEvent) => Promise<unknown>,
): [Type, EventReaction] {
  return [
    type,
    ({ payload, occurredAt }: Envelope, trigger: Trigger, origin: Origin) =>
      react(decodeEvent(type, payload), { origin, trigger, occurredAt }),
  ];
}

function trace({ origin }: FromEvent): { correlationId: string } {
  return { correlationId: origin.correlationId };
}
