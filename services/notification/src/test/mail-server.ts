import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as it arrived, parsed, with the address of its envelope. */
export type ReceivedMail = Email & { readonly envelopeTo: string };

/** A real SMTP server for tests. */
export interface MailServer {
  readonly url: string;
  /** In the order of arrival, copies included. */
  readonly mails: readonly ReceivedMail[];
  mailsTo(address: string): readonly ReceivedMail[];
  /** Answers this address, of a recipient or the sender, with a code from now on. */
  refuse(address: string, responseCode: number, message: string): void;
  accept(address: string): void;
  /** Closes its port until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

/** Starts it on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const refusals = new Map<string, { responseCode: number; message: string }>();
  let port = 0;
  let server: SMTPServer | undefined;

  const refusalOf = (address: string): Error | null => {
    const refusal = refusals.get(address);
    return refusal === undefined ? null : Object.assign(new Error(refusal.message), refusal);
  };
  const up = async (): Promise<void> => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onMailFrom: ({ address }, _session, done) => done(refusalOf(address)),
      onRcptTo: ({ address }, _session, done) => done(refusalOf(address)),
      onData(stream, session, done) {
        parse(stream).then((mail) => {
          mails.push({ ...mail, envelopeTo: session.envelope.rcptTo.map(({ address }) => address).join() });
          done();
        }, done);
      },
    });
    // A sender that goes away in the middle is that sender's matter.
    server.on('error', () => undefined);
    const listening = once(server.server, 'listening');
    server.listen(port, '127.0.0.1');
    await listening;
    ({ port } = server.server.address() as AddressInfo);
  };
  const down = async (): Promise<void> => {
    const closing = server;
    server = undefined;
    if (closing !== undefined) await new Promise<void>((done) => closing.close(() => done()));
  };

  await up();
  return {
    get url() {
      return `smtp://127.0.0.1:${String(port)}`;
    },
    mails,
    mailsTo: (address) => mails.filter(({ envelopeTo }) => envelopeTo === address),
    refuse: (address, responseCode, message) => void refusals.set(address, { responseCode, message }),
    accept: (address) => void refusals.delete(address),
    down,
    up,
    close: down,
  };
}

async function parse(stream: Readable): Promise<Email> {
  return PostalMime.parse(await buffer(stream));
}
