import type { Recipient } from '../recipients/recipient.ts';
import type { Notice } from './notice.ts';

/**
 * Whether a person may fulfil or answer a notice now: represents its recipient, who is still enabled. Asked at each
 * act, not only when the intimation is issued (PJ-05, PJ-06). `recipient` as it is now.
 */
export function mayAct(notice: Pick<Notice, 'representatives'>, personId: string, recipient: Recipient | undefined): boolean {
  return recipient?.state === 'ENABLED' && notice.representatives.some((representative) => representative.personId === personId);
}
