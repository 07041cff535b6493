import type { PersonPrincipal } from '@guiche/kit/auth';
import { platformErrors } from '@guiche/kit/errors';
import { isTacitDateOutdated } from '../../domain/fulfilment/apply-tacit-deadline.ts';
import { confirmationOf } from '../../domain/fulfilment/confirmation.ts';
import { fulfil } from '../../domain/fulfilment/fulfil.ts';
import { issuingErrors } from '../../domain/issuing/errors.ts';
import { mayAct } from '../../domain/issuing/may-act.ts';
import { defineUseCase } from '../define.ts';
import { legalDaysOf } from './legal-days-of.ts';
import { loadNotice } from './load-notice.ts';
import { saveNotice } from './save-notice.ts';

export interface ConfirmNotice {
  readonly noticeId: string;
  /** Version of the confirmation that was read. */
  readonly confirmationVersion: string;
}

/**
 * A recipient confirms that the content opens: fulfilment by consultation (IN-07, IN-13). Whoever comes second, from
 * another device or after the tacit job, gets the fulfilment that is there. Throws `NOTICE_RIGHT_ENDED` (PJ-06), or
 * `STALE_VERSION` when the text that was read promises something else than what is now.
 */
export const confirmNotice = defineUseCase({
  name: 'confirmNotice',
  action: 'notice:confirm',
  load: ({ input }: { input: ConfirmNotice }, ports) => loadNotice({ input }, ports),

  async run({ input, actor, now, resource: { notice, recipient }, address, userAgent }, ports) {
    const { personId } = actor as PersonPrincipal;
    if (!mayAct(notice, personId, recipient)) throw issuingErrors.NOTICE_RIGHT_ENDED();
    if (notice.fulfilment !== null) return { result: { noticeId: notice.id } };

    const days = await legalDaysOf(notice, notice.requestedAt, ports);
    const isOutdated = confirmationOf(notice, now, days)?.version !== input.confirmationVersion || isTacitDateOutdated(notice, { days, now });
    if (isOutdated) throw platformErrors.STALE_VERSION();
    const name = recipient?.personId === personId ? (recipient.name ?? notice.recipient.name) : null;
    const act = { kind: 'CONSULTATION', at: now, by: { personId, name }, address: address ?? null, userAgent: userAgent ?? null } as const;
    const done = fulfil(notice, act, { days, recipientName: recipient?.name ?? null });
    return done === undefined ? { result: { noticeId: notice.id } } : saveNotice(notice, done, ports);
  },
});
