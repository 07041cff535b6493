import { daysBetween, localDate } from '@guiche/kit/calendar';
import { reminderInstants } from '../deadlines/response-instants.ts';
import type { Notice } from '../issuing/notice.ts';
import type { NoticeReminderDue } from './events.ts';
import { isUnanswered } from './mark-overdue.ts';
import { about, toldOf } from './notice-facts.ts';

/**
 * Reminds of an answer that is demanded and missing (IN-19). Late, it tells the days that are really left, and nothing
 * when the next reminder is due as well or the last day is over.
 */
export function remind(notice: Notice, daysBefore: number, at: Date): NoticeReminderDue | undefined {
  if (notice.type.responseMode !== 'REQUIRED' || !isUnanswered(notice)) return undefined;
  const deadline = notice.responseDeadlines[0]?.current;
  if (deadline === undefined || at.getTime() > deadline.endsAt.getTime()) return undefined;
  const isSuperseded = reminderInstants(deadline.date, deadline.timeZone).some((other) => other.daysBefore < daysBefore && other.at <= at);
  if (isSuperseded) return undefined;
  return {
    type: 'NoticeReminderDue',
    ...about(notice),
    data: { ...toldOf(notice), typeName: notice.type.name, dueOn: deadline.date, daysLeft: daysBetween(localDate(at, deadline.timeZone), deadline.date) },
  };
}
