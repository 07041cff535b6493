import type { LocalDate } from '@guiche/kit/calendar';

/**
 * An intimation for one recipient, as far as documents and accesses depend on it; dates and states are the intimation
 * service's, which tells them.
 */
export interface Notice {
  readonly id: string;
  readonly intimationId: string;
  readonly municipalityId: string;
  readonly processId: string;
  /** Who may read and answer: the person himself, or who represents a legal entity. */
  readonly personIds: readonly string[];
  readonly state: NoticeState;
  /** Ways to answer; none until it is fulfilled, and where none is expected. */
  readonly responses: readonly ResponseOption[];
  /** When the recipient counted as intimated, as it was decided; null until then. */
  readonly fulfilledAt: Date | null;
  readonly certificate: { readonly id: string; readonly number: string } | null;
  /** Partial accesses that its integral one took the place of (IN-05); they come back if the intimation cannot stand. */
  readonly replacedGrantIds: readonly string[];
  readonly version: number;
}

export type NoticeState = 'PENDING' | 'FULFILLED' | 'RESPONDED' | 'OVERDUE' | 'WITHDRAWN';

/** One way to answer; without a last day it holds nothing up (response type N). `dueAt` is that day's last millisecond. */
export interface ResponseOption {
  readonly responseTypeId: string;
  readonly name: string;
  readonly due: { readonly on: LocalDate; readonly at: Date } | null;
}

/** A notice that waits for its recipient. */
export function pendingNotice(
  facts: Pick<Notice, 'id' | 'intimationId' | 'municipalityId' | 'processId' | 'personIds' | 'replacedGrantIds'>,
): Notice {
  return { ...facts, state: 'PENDING', responses: [], fulfilledAt: null, certificate: null, version: 1 };
}

/** The recipient counts as intimated. The same notice when he did already: the first fulfilment stands. */
export function fulfilNotice(notice: Notice, facts: Pick<Notice, 'responses' | 'certificate'> & { readonly fulfilledAt: Date }): Notice {
  return notice.state === 'PENDING' ? { ...notice, ...facts, state: 'FULFILLED', version: notice.version + 1 } : notice;
}

/** A last day to answer moved; one that was over may be open again (IN-20). The same notice when nothing moved. */
export function moveResponseDue(notice: Notice, { responseTypeId, due, now }: { responseTypeId: string; due: { on: LocalDate; at: Date }; now: Date }): Notice {
  const before = notice.responses.find((option) => option.responseTypeId === responseTypeId);
  if (before === undefined || (before.due?.on === due.on && before.due.at.getTime() === due.at.getTime())) return notice;
  const responses = notice.responses.map((option) => (option === before ? { ...option, due } : option));
  const reopened = notice.state === 'OVERDUE' && due.at >= now;
  return { ...notice, responses, state: reopened ? 'FULFILLED' : notice.state, version: notice.version + 1 };
}

/** An answer was filed. The same notice when there was one before. */
export function respondNotice(notice: Notice): Notice {
  const isOpen = notice.state === 'FULFILLED' || notice.state === 'OVERDUE';
  return isOpen ? { ...notice, state: 'RESPONDED', version: notice.version + 1 } : notice;
}

/** The last day to answer is over. The same notice when it was answered, or is so already. */
export function overdueNotice(notice: Notice): Notice {
  return notice.state === 'FULFILLED' ? { ...notice, state: 'OVERDUE', version: notice.version + 1 } : notice;
}

/** The intimation cannot stand: as if it had never been. */
export function withdrawNotice(notice: Notice): Notice {
  return notice.state === 'WITHDRAWN' ? notice : { ...notice, state: 'WITHDRAWN', version: notice.version + 1 };
}

/** PR-06: not fulfilled, or a deadline to answer is open and unanswered. An answer without a deadline holds nothing up. */
export function isInCourse(notice: Notice): boolean {
  switch (notice.state) {
    case 'PENDING':
      return true;
    case 'FULFILLED':
      return heldUntil(notice) !== null;
    case 'RESPONDED':
    case 'OVERDUE':
    case 'WITHDRAWN':
      return false;
  }
}

/** The end of the last deadline to answer (IN-31); null when there is none. */
export function heldUntil({ responses }: Pick<Notice, 'responses'>): Date | null {
  return responses.reduce<Date | null>((latest, { due }) => (due !== null && (latest === null || due.at > latest) ? due.at : latest), null);
}
