import type { LocalDate } from '@guiche/kit/calendar';
import type { Fact } from '../fact.ts';
import type { ResponseMode } from '../types/response-mode.ts';

interface OfNotice {
  readonly noticeId: string;
  readonly intimationId: string;
  readonly municipalityId: string;
  readonly processId: string;
}

/** What persons are told of a notice. */
interface Told {
  readonly noticeId: string;
  readonly number: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly processNumber: string;
  readonly unitId: string;
  readonly personIds: readonly string[];
}

export type NoticeFulfilled = Fact<
  'NoticeFulfilled',
  'notice',
  OfNotice & {
    readonly kind: 'CONSULTATION' | 'TACIT';
    readonly fulfilledOn: LocalDate;
    readonly fulfilledAt: Date;
    readonly consultedAt?: Date;
    readonly consultedBy?: string;
    readonly consultedByName?: string;
    readonly legalEntity: boolean;
    readonly recipientName: string;
    readonly typeName: string;
    readonly issuedAt: Date;
    readonly responseDeadlines: readonly { readonly responseTypeId: string; readonly name: string; readonly dueOn: LocalDate; readonly dueAt: Date }[];
    readonly openResponses: readonly { readonly responseTypeId: string; readonly name: string }[];
    readonly tacitOn: LocalDate;
    readonly responseMode: ResponseMode;
  }
>;

export type NoticeDeadlineChanged = Fact<
  'NoticeDeadlineChanged',
  'notice',
  Told & {
    readonly intimationId: string;
    readonly deadline: 'TACIT' | 'RESPONSE';
    readonly responseTypeId?: string;
    readonly formerOn: LocalDate;
    readonly dueOn: LocalDate;
    readonly dueAt: Date;
    readonly cause: string;
  }
>;

export type NoticeReminderDue = Fact<
  'NoticeReminderDue',
  'notice',
  Told & { readonly typeName: string; readonly dueOn: LocalDate; readonly daysLeft: number }
>;

export type NoticeResponded = Fact<'NoticeResponded', 'notice', OfNotice & { readonly petitionId: string }>;

export type NoticeOverdue = Fact<'NoticeOverdue', 'notice', OfNotice>;

/** What is said of a notice after it was issued. */
export type FulfilmentEvent = NoticeFulfilled | NoticeDeadlineChanged | NoticeReminderDue | NoticeResponded | NoticeOverdue;
