import { FulfilmentKind, IntimationScope, NoticeDeadlineChanged_Deadline } from '@guiche/contracts';
import type { EventData } from '@guiche/contracts';
import type { RequestedIntimation } from '../../domain/intimations/bind.ts';
import type { ChangeNoticeDeadline } from '../../use-cases/intimations/change-notice-deadline.ts';
import type { FulfilNotice } from '../../use-cases/intimations/fulfil-notices.ts';

type Said<Name extends 'IntimationRequested' | 'NoticeFulfilled' | 'NoticeDeadlineChanged'> = EventData<`guiche.intimation.v1.${Name}`>;

/** Words of the contract -> words of the domain. What was never written parks the event. */
export function requestedIntimation({ scope, notices, annexDocumentIds, ...event }: Said<'IntimationRequested'>): RequestedIntimation {
  return {
    ...event,
    scope: known({ [IntimationScope.INTEGRAL]: 'INTEGRAL', [IntimationScope.PARTIAL]: 'PARTIAL' } as const, scope),
    annexDocumentIds: [...annexDocumentIds],
    notices: notices.map(({ noticeId, personIds, replacesPartial }) => ({ id: noticeId, personIds: [...personIds], replacesPartial })),
  };
}

export function fulfilmentOf(event: Said<'NoticeFulfilled'>): FulfilNotice {
  const { noticeId, municipalityId, kind, fulfilledOn, fulfilledAt, consultedAt, consultedBy, consultedByName, legalEntity, recipientName } = event;
  const { typeName, issuedAt, tacitOn, responseDeadlines, openResponses } = event;
  return {
    noticeId,
    municipalityId,
    kind: known({ [FulfilmentKind.CONSULTATION]: 'CONSULTATION', [FulfilmentKind.TACIT]: 'TACIT' } as const, kind),
    on: fulfilledOn,
    at: fulfilledAt,
    consultation: consultedAt === undefined ? null : { at: consultedAt, personId: consultedBy ?? '', name: consultedByName ?? recipientName },
    recipient: { kind: legalEntity ? 'LEGAL_ENTITY' : 'PERSON', name: recipientName },
    typeName,
    issuedAt,
    tacitOn,
    responses: [
      ...responseDeadlines.map(({ responseTypeId, name, dueOn }) => ({ responseTypeId, name, dueOn })),
      ...openResponses.map(({ responseTypeId, name }) => ({ responseTypeId, name, dueOn: null })),
    ],
  };
}

export function changedDeadline({ noticeId, municipalityId, deadline, responseTypeId, formerOn, dueOn, cause }: Said<'NoticeDeadlineChanged'>): ChangeNoticeDeadline {
  const kinds = { [NoticeDeadlineChanged_Deadline.TACIT]: 'TACIT', [NoticeDeadlineChanged_Deadline.RESPONSE]: 'RESPONSE' } as const;
  return { noticeId, municipalityId, deadline: known(kinds, deadline), responseTypeId: responseTypeId ?? null, formerOn, dueOn, cause };
}

function known<Word>(words: Readonly<Record<number, Word>>, value: number): Word {
  const word = words[value];
  if (word === undefined) throw new Error(`A value that is never written: ${String(value)}`);
  return word;
}
