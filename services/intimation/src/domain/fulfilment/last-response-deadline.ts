import type { Deadline } from '../deadlines/deadline.ts';
import type { Notice } from '../issuing/notice.ts';

/** The latest of the dates to answer of a fulfilled notice, after which it is overdue (IN-21); null where there is none. */
export function lastResponseDeadline({ responseDeadlines }: Pick<Notice, 'responseDeadlines'>): Deadline | null {
  return responseDeadlines.reduce<Deadline | null>((last, { current }) => (last === null || current.date > last.date ? current : last), null);
}

/** Whether one way to answer has no last day: nobody is ever late with it. */
export function isOpenEnded({ responseOptions }: Pick<Notice, 'responseOptions'>): boolean {
  return responseOptions.some(({ amount }) => amount === null);
}
