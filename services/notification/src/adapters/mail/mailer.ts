import { createTransport } from 'nodemailer';
import { notificationErrors } from '../../domain/errors.ts';
import type { Mail } from '../../use-cases/find-mail.ts';
import { htmlOf, textOf } from './mail-layout.ts';

/** Hands mails to the mail server. */
export interface Mailer {
  /** Resolves when the server has taken it. Throws `MAIL_REFUSED` (for good) or `MAIL_NOT_SENT` (try again). */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** A few SMTP connections, kept for a while; nothing in a mail is fetched or attached from outside. */
export function createMailer(options: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport(
    {
      url: options.smtpUrl,
      pool: true,
      maxConnections: 4,
      // Our own back-off decides when to try again; a copy sent behind its back would be a second mail.
      maxRequeues: 0,
      idleTimeout: 30_000,
      connectionTimeout: 5_000,
      greetingTimeout: 5_000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: options.from },
  );
  return {
    async send(mail) {
      try {
        await transport.sendMail({
          messageId: mail.messageId,
          to: mail.to.name === undefined ? mail.to.address : { name: mail.to.name, address: mail.to.address },
          subject: mail.subject,
          text: textOf(mail),
          html: htmlOf(mail),
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'pt-BR' },
        });
      } catch (error) {
        const reason = reasonOf(error);
        throw isFinal(error) ? notificationErrors.MAIL_REFUSED({ reason }) : notificationErrors.MAIL_NOT_SENT({ reason });
      }
    },
    close() {
      transport.close();
    },
  };
}

/**
 * A 5xx answer about the recipient or the content ends it. One about ourselves (greeting, login, sender) is for the
 * operator to mend, and the mail waits for that.
 */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('command' in error)) return false;
  const { responseCode, command } = error;
  return typeof responseCode === 'number' && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

/** What the server said, without the addresses it repeats. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'sem motivo';
  const said = 'response' in error && typeof error.response === 'string' ? error.response : error.message;
  return said.replace(/\S+@\S+/g, '…').slice(0, 200);
}
