import { issuingErrors } from '../../domain/issuing/errors.ts';
import type { Notice } from '../../domain/issuing/notice.ts';
import type { Recipient } from '../../domain/recipients/recipient.ts';
import type { Ports } from '../ports.ts';

/** A notice with its recipient as that is now: who may act is judged at each act (PJ-05). */
export interface NoticeNow {
  readonly notice: Notice;
  readonly recipient: Recipient | undefined;
}

/** Throws `NOTICE_NOT_FOUND`. */
export async function loadNotice(
  { input }: { readonly input: { readonly noticeId: string } },
  { notices, recipients }: Pick<Ports, 'notices' | 'recipients'>,
): Promise<NoticeNow> {
  const notice = await notices.find(input.noticeId);
  if (notice === undefined) throw issuingErrors.NOTICE_NOT_FOUND();
  return { notice, recipient: await recipients.find(notice.recipient.recipientId) };
}
