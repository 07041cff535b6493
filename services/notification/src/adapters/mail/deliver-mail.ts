import { systemActor } from '@guiche/kit/auth';
import type { JobReaction } from '@guiche/kit/host';
import type { Job } from '@guiche/kit/schedule';
import type { Origin, Pipeline, Trigger } from '@guiche/kit/use-case';
import { notificationErrors } from '../../domain/errors.ts';
import type { Resources } from '../../permissions.ts';
import { findMail } from '../../use-cases/find-mail.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { recordFailed, recordSent } from '../../use-cases/record-delivery.ts';
import type { Mailer } from './mailer.ts';

/** What each kind of job carries. */
export type NotificationJobs = {
  'deliver-mail': { readonly messageId: string; readonly correlationId: string };
};

const mailDelivery = systemActor('mail-delivery');
/** About two days with the usual back-off of at most 10 minutes: as long as other mail servers try. */
const mostAttempts = 300;

/**
 * Sends the mail of one message, then records it. A process that dies between the two sends it again with the same
 * Message-ID; anywhere else it leaves once.
 */
export function deliverMail(
  pipeline: Pipeline<Resources, Ports>,
  mailer: Mailer,
  checkpoint: (name: string) => void | Promise<void>,
): JobReaction<'deliver-mail', NotificationJobs['deliver-mail']> {
  return async (job, trigger, origin) => {
    const { messageId } = job.data;
    if (job.attempts >= mostAttempts) throw notificationErrors.MAIL_GIVEN_UP({ attempts: job.attempts });
    const mail = await pipeline.ask(findMail, { input: { messageId }, actor: mailDelivery, origin });
    if (mail !== undefined) await mailer.send(mail);
    await checkpoint('mail.afterSend');
    await pipeline.execute(recordSent, { input: { messageId }, actor: mailDelivery, origin, trigger });
  };
}

/** A mail that will not be sent any more is recorded as failed; the message stays in the inbox. */
export function recordLostMail(pipeline: Pipeline<Resources, Ports>) {
  return async (job: Job, error: Error, trigger: Trigger, origin: Origin): Promise<void> => {
    const { messageId } = job.data as NotificationJobs['deliver-mail'];
    const input = { messageId, reason: error.message.slice(0, 500) };
    await pipeline.execute(recordFailed, { input, actor: mailDelivery, origin, trigger });
  };
}
