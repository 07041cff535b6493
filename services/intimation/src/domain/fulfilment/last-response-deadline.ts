import type { Deadline } from '../deadlines/deadline.ts';
import type { Notice } from '../issuing/notice.ts';

/**
 * After which a fulfilled notice that nobody answered is overdue (IN-21): the latest of its response dates. Null when
 * there is nothing to answer, or when one way to answer has no last day.
 */
export function lastResponseDeadline({ responseOptions, responseDeadlines }: Pick<Notice, 'responseOptions' | 'responseDeadlines'>): Deadline | null {
  if (responseOptions.some(({ amount }) => amount === null)) return null;
  return responseDeadlines.reduce<Deadline | null>((last, { current }) => (last === null || current.date > last.date ? current : last), null);
}
