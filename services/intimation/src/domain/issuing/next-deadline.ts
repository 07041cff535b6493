import { daysBetween, formatLocalDate, localDate } from '@guiche/kit/calendar';
import type { Deadline } from '../deadlines/deadline.ts';
import type { Notice } from './notice.ts';

/** The date that matters next to a recipient. */
export interface NextDeadline {
  readonly kind: 'TACIT' | 'RESPONSE';
  readonly deadline: Deadline;
  /** In Portuguese: what happens if nothing is done. */
  readonly consequence: string;
}

/** The tacit date while a notice is pending; the earliest date to answer that is not over once it is fulfilled; null when nothing runs. */
export function nextDeadline(notice: Notice, now: Date): NextDeadline | null {
  const { actState, tacit, fulfilment } = notice;
  if (actState !== 'ISSUED' || tacit === null) return null;
  if (fulfilment === null) return { kind: 'TACIT', deadline: tacit.current, consequence: tacitConsequence(notice, tacit.current) };
  if (notice.responses.length > 0) return null;
  const [next] = notice.responseDeadlines
    .filter(({ current }) => isRunning(current, now))
    .sort((left, right) => left.current.date.localeCompare(right.current.date));
  if (next === undefined) return null;
  return { kind: 'RESPONSE', deadline: next.current, consequence: responseConsequence(notice, next.name, next.current) };
}

/** Days left until the end of a deadline, on the city's calendar: 0 on its last day, null when it is over. */
export function daysLeft(deadline: Deadline, now: Date): number | null {
  return isRunning(deadline, now) ? daysBetween(localDate(now, deadline.timeZone), deadline.date) : null;
}

/** Whether what is done now is in time: the last instant counts. */
export function isRunning({ endsAt }: Deadline, now: Date): boolean {
  return now.getTime() <= endsAt.getTime();
}

function tacitConsequence({ responseOptions }: Notice, { date }: Deadline): string {
  const counted = responseOptions.some(({ amount }) => amount !== null) ? ' Os prazos para responder são contados dessa data.' : '';
  return `Se não for consultada até as 23:59:59 de ${formatLocalDate(date)}, a intimação será considerada cumprida nessa data, por decurso do prazo tácito.${counted}`;
}

function responseConsequence({ type }: Notice, name: string, { date }: Deadline): string {
  const until = `Se a resposta (${name}) não for enviada até as 23:59:59 de ${formatLocalDate(date)}`;
  return type.responseMode === 'REQUIRED'
    ? `${until}, ela não será mais aceita e a intimação passará a pendente de resposta com prazo vencido.`
    : `${until}, ela não será mais aceita; a resposta é facultativa.`;
}
