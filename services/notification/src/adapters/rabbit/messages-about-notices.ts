import { NoticeDeadlineChanged_Deadline as Deadline, ResponseMode, decodeEvent } from '@guiche/contracts';
import type { Envelope } from '@guiche/kit/outbox';
import type { NewMessage } from '../../use-cases/write-messages.ts';

/** What every event about a notice tells. */
interface OfNotice {
  readonly noticeId: string;
  readonly municipalityId: string;
  readonly processNumber: string;
  readonly number: string;
  readonly personIds: readonly string[];
}

/**
 * Electronic intimations: wire type -> the messages it makes, one for each person. Fulfilment, response and overdue are
 * not told by e-mail (NT-01): the unit finds the process unseen.
 */
export const messagesAboutNotices: Readonly<Record<string, (envelope: Envelope) => readonly NewMessage[]>> = {
  // IN-06
  'guiche.intimation.v1.NoticeIssued': ({ payload }) => {
    const notice = decodeEvent('guiche.intimation.v1.NoticeIssued', payload);
    const { typeName, documentLabel, responseTerms, tacitDays, tacitOn, issuedAt } = notice;
    const facts = { typeName, documentLabel, responseTerms, tacitDays, tacitOn, ...(issuedAt === undefined ? {} : { issuedAt }) };
    return toEach(notice, { key: `notice-issued:${notice.noticeId}`, kind: kindOf(notice.responseMode), facts });
  },
  // IN-19: once for each number of days left, whatever became of the date.
  'guiche.intimation.v1.NoticeReminderDue': ({ payload }) => {
    const notice = decodeEvent('guiche.intimation.v1.NoticeReminderDue', payload);
    const { typeName, dueOn, daysLeft } = notice;
    return toEach(notice, { key: `notice-reminder:${notice.noticeId}:${String(daysLeft)}`, kind: 'NOTICE_REMINDER', facts: { typeName, dueOn, daysLeft } });
  },
  // A date may move there and back: each time is a fact of its own. A day that only ends at another hour is no news.
  'guiche.intimation.v1.NoticeDeadlineChanged': ({ payload, eventId }) => {
    const notice = decodeEvent('guiche.intimation.v1.NoticeDeadlineChanged', payload);
    if (notice.formerOn === notice.dueOn) return [];
    const facts = { deadlineName: nameOf(notice.deadline), formerOn: notice.formerOn, dueOn: notice.dueOn, reason: notice.cause };
    return toEach(notice, { key: `notice-deadline-changed:${notice.noticeId}:${eventId}`, kind: 'NOTICE_DEADLINE_CHANGED', facts });
  },
};

function toEach({ personIds, municipalityId, noticeId, number, processNumber }: OfNotice, message: Pick<NewMessage, 'key' | 'kind' | 'facts'>): readonly NewMessage[] {
  return [...new Set(personIds)].map((personId) => ({
    ...message,
    key: `${message.key}:${personId}`,
    personId,
    municipalityId,
    facts: { ...message.facts, noticeNumber: number, processNumber },
    path: `/intimacoes/${noticeId}`,
    inInbox: true,
  }));
}

function kindOf(mode: ResponseMode): NewMessage['kind'] {
  switch (mode) {
    case ResponseMode.REQUIRED:
      return 'NOTICE_ISSUED_REQUIRED';
    case ResponseMode.OPTIONAL:
      return 'NOTICE_ISSUED_OPTIONAL';
    case ResponseMode.NONE:
      return 'NOTICE_ISSUED_NONE';
    case ResponseMode.UNSPECIFIED:
      throw new Error('A notice with a response mode this version does not know');
  }
}

function nameOf(deadline: Deadline): string {
  switch (deadline) {
    case Deadline.TACIT:
      return 'prazo tácito';
    case Deadline.RESPONSE:
      return 'prazo de resposta';
    case Deadline.UNSPECIFIED:
      throw new Error('A deadline this version does not know');
  }
}
