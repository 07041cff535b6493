import { formatLocalDate } from '@guiche/kit/calendar';
import { processErrors } from '../errors.ts';
import type { Notice } from './notice.ts';
import type { ResponseOption } from './notice.ts';

/** What is known now of somebody who wants to act on a notice. */
export interface RecipientNow {
  /** Released as an external user of the municipality. */
  readonly released: boolean;
}

/** Whether a person may fulfil or answer this notice now; asked at each act, for rights end (PJ-05). */
export function mayAct({ personIds }: Pick<Notice, 'personIds'>, { personId }: { readonly personId: string }, { released }: RecipientNow): boolean {
  return personIds.includes(personId) && released;
}

/**
 * The way to answer that a response takes; refuses who may not act on the notice any more (PJ-06), an answer before the
 * fulfilment or after the last instant of its deadline (IN-18), and one that the notice does not ask for.
 */
export function responseTo(
  notice: Notice,
  { responseTypeId, personId, at }: { responseTypeId: string; personId: string; at: Date },
  recipientNow: RecipientNow,
): ResponseOption {
  if (!notice.personIds.includes(personId) || notice.state === 'WITHDRAWN') throw processErrors.NOTICE_NOT_FOUND();
  if (!mayAct(notice, { personId }, recipientNow)) throw processErrors.NOTICE_RIGHT_ENDED();
  if (notice.fulfilledAt === null) throw processErrors.RESPONSE_TOO_EARLY();
  const option = notice.responses.find((one) => one.responseTypeId === responseTypeId);
  if (option === undefined) throw processErrors.RESPONSE_TYPE_NOT_OFFERED();
  if (option.due !== null && at > option.due.at) throw processErrors.RESPONSE_TOO_LATE({ dueOn: formatLocalDate(option.due.on) });
  return option;
}
