import { fulfilmentErrors } from '../../domain/fulfilment/errors.ts';
import { respond } from '../../domain/fulfilment/respond.ts';
import { defineUseCase } from '../define.ts';
import { loadNotice } from './load-notice.ts';
import { saveNotice } from './save-notice.ts';

export interface NoteResponse {
  readonly noticeId: string;
  readonly petitionId: string;
  /** Null where the event does not tell it. */
  readonly responseTypeId: string | null;
  readonly receiptNumber: string | null;
  readonly respondedAt: Date;
  readonly personId: string;
}

/** Process took an answer (IN-18). */
export const noteResponse = defineUseCase({
  name: 'noteResponse',
  action: 'notice:follow-process',
  load: ({ input }: { input: NoteResponse }, ports) => loadNotice({ input }, ports),

  async run({ input: { noticeId, ...response }, resource: { notice } }, ports) {
    const [only, ...others] = notice.responseOptions;
    const responseTypeId = response.responseTypeId ?? (others.length === 0 ? only?.responseTypeId : undefined);
    if (responseTypeId === undefined) throw fulfilmentErrors.RESPONSE_NOT_OFFERED();
    const answered = respond(notice, { ...response, responseTypeId });
    if (answered === undefined) return { result: { noticeId } };
    await ports.noticeSchedule.forgetAnswer(noticeId);
    return saveNotice(notice, answered, ports);
  },
});
