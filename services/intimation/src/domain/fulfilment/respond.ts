import { formatLocalDate } from '@guiche/kit/calendar';
import type { Notice, NoticeResponse } from '../issuing/notice.ts';
import { fulfilmentErrors } from './errors.ts';
import type { NoticeResponded } from './events.ts';
import { about, refOf } from './notice-facts.ts';

/**
 * An answer was filed (IN-18). Its instant counts, not when this is learnt: one in time answers also what was marked
 * overdue meanwhile. Further ones within the window are kept too. `undefined` when it is known. Throws
 * `NOTICE_NOT_FULFILLED`, `RESPONSE_NOT_OFFERED` or `RESPONSE_OUT_OF_TIME`.
 */
export function respond(notice: Notice, response: NoticeResponse): { state: Notice; events: readonly NoticeResponded[] } | undefined {
  const { responses, responseOptions, responseDeadlines } = notice;
  if (responses.some(({ petitionId }) => petitionId === response.petitionId)) return undefined;
  if (notice.fulfilment === null) throw fulfilmentErrors.NOTICE_NOT_FULFILLED();
  const isSame = ({ responseTypeId }: { responseTypeId: string }): boolean => responseTypeId === response.responseTypeId;
  if (!responseOptions.some(isSame)) throw fulfilmentErrors.RESPONSE_NOT_OFFERED();
  const deadline = responseDeadlines.find(isSame)?.current;
  if (deadline !== undefined && response.respondedAt.getTime() > deadline.endsAt.getTime()) {
    throw fulfilmentErrors.RESPONSE_OUT_OF_TIME({ date: formatLocalDate(deadline.date) });
  }
  return {
    state: { ...notice, status: 'RESPONDED', responses: [...responses, response], version: notice.version + 1 },
    events: [{ type: 'NoticeResponded', ...about(notice), data: { ...refOf(notice), petitionId: response.petitionId } }],
  };
}
