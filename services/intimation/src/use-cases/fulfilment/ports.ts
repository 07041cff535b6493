import type { LocalDate } from '@guiche/kit/calendar';
import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { FailedNotice } from '../../domain/fulfilment/failed-notice.ts';
import type { Notice } from '../../domain/issuing/notice.ts';

interface DueNotice {
  readonly noticeId: string;
  readonly dueAt: Date;
}

/** What is lined up once a notice is fulfilled. */
export interface AnswerDates {
  readonly noticeId: string;
  readonly markOverdueAt: Date | null;
  readonly reminders: readonly { readonly daysBefore: number; readonly at: Date }[];
}

export interface NoticeSchedule {
  /** Lines up what follows the fulfilment of many notices, in one command; what is lined up already stays. */
  expectAnswers(dates: readonly AnswerDates[]): Promise<void>;
  /** Lines it up, or up anew, at the end of its tacit date (IN-12). */
  fulfilTacitly(due: DueNotice): Promise<void>;
  /** Lines it up, or up anew, at 00:00 after the last day to answer (IN-21). */
  markOverdue(due: DueNotice): Promise<void>;
  /** Lines one reminder up, or moves it while it waits; one that was sent is not sent again (IN-19). */
  remind(due: DueNotice & { readonly daysBefore: number }): Promise<void>;
  /** An answer came: nothing has to be marked or reminded of. */
  forgetAnswer(noticeId: string): Promise<void>;
}

/** Notices of a city whose last pending date is on a day or later, in the order of that date. */
export interface RecountableNotices {
  readonly municipalityId: string;
  /** Acronym; null for all of the city. */
  readonly body: string | null;
  readonly fromDate: LocalDate;
  /** Where the page before ended; null for the first. */
  readonly cursor: string | null;
  readonly limit: number;
}

export interface FailedNoticeRepository {
  /** Latest first. */
  page(municipalityId: string, page: PageRequest): Promise<Page<FailedNotice>>;
  find(id: string): Promise<FailedNotice | undefined>;
  /** Puts it back in line at once; false when it is there already. */
  retry(failed: FailedNotice): Promise<boolean>;
}

/** What use cases of fulfilment need. */
export interface FulfilmentPorts {
  readonly noticeSchedule: NoticeSchedule;
  /** `cursor` is that of the last one; null when there is none. */
  recountable(search: RecountableNotices): Promise<{ readonly notices: readonly Notice[]; readonly cursor: string | null }>;
  readonly failedNotices: FailedNoticeRepository;
}
