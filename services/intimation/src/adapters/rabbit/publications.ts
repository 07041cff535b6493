import { FulfilmentKind, IntimationScope, NoticeDeadlineChanged_Deadline as Deadline, ResponseMode, publicationOf } from '@guiche/contracts';
import type { DomainEvent, Publication } from '@guiche/kit/outbox';
import type { IntimationEvent } from '../../domain/events.ts';

/** Domain event -> message of the contract. */
export function publish(event: DomainEvent): Publication {
  return publicationOfIntimation(event as IntimationEvent);
}

function publicationOfIntimation(event: IntimationEvent): Publication {
  switch (event.type) {
    case 'RecipientEnabled':
      return publicationOf('guiche.intimation.v1.RecipientEnabled', event.data);
    case 'RecipientDisabled':
      return publicationOf('guiche.intimation.v1.RecipientDisabled', event.data);
    case 'IntimationRequested':
      return publicationOf('guiche.intimation.v1.IntimationRequested', {
        ...event.data,
        scope: IntimationScope[event.data.scope],
        annexDocumentIds: [...event.data.annexDocumentIds],
        notices: event.data.notices.map((notice) => ({ ...notice, personIds: [...notice.personIds] })),
      });
    case 'IntimationWithdrawn':
      return publicationOf('guiche.intimation.v1.IntimationWithdrawn', event.data);
    case 'NoticeIssued':
      return publicationOf('guiche.intimation.v1.NoticeIssued', {
        ...event.data,
        personIds: [...event.data.personIds],
        responseMode: ResponseMode[event.data.responseMode],
        responseTerms: [...event.data.responseTerms],
      });
    case 'NoticeFulfilled':
      return publicationOf('guiche.intimation.v1.NoticeFulfilled', {
        ...event.data,
        kind: FulfilmentKind[event.data.kind],
        responseMode: ResponseMode[event.data.responseMode],
        responseDeadlines: [...event.data.responseDeadlines],
        openResponses: [...event.data.openResponses],
      });
    case 'NoticeDeadlineChanged':
      return publicationOf('guiche.intimation.v1.NoticeDeadlineChanged', {
        ...event.data,
        personIds: [...event.data.personIds],
        deadline: Deadline[event.data.deadline],
      });
    case 'NoticeReminderDue':
      return publicationOf('guiche.intimation.v1.NoticeReminderDue', { ...event.data, personIds: [...event.data.personIds] });
    case 'NoticeResponded':
      return publicationOf('guiche.intimation.v1.NoticeResponded', event.data);
    case 'NoticeOverdue':
      return publicationOf('guiche.intimation.v1.NoticeOverdue', event.data);
    case 'CalendarConfigured':
      return publicationOf('guiche.intimation.v1.CalendarConfigured', event.data);
    case 'HolidaysChanged':
      return publicationOf('guiche.intimation.v1.HolidaysChanged', event.data);
    case 'OutageRegistered':
      return publicationOf('guiche.intimation.v1.OutageRegistered', event.data);
    case 'OutageWithdrawn':
      return publicationOf('guiche.intimation.v1.OutageWithdrawn', event.data);
  }
}
