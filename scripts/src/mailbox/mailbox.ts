import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream } from 'smtp-server';
import { openMailStore } from './mail-store.ts';
import type { MailStore } from './mail-store.ts';
import { answerMailboxRequest } from './mailbox-web.ts';

export interface MailboxOptions {
  readonly folder: string;
  /** 0 takes any free port. */
  readonly smtpPort: number;
  readonly httpPort: number;
  readonly limit?: number;
}

/** Takes every mail that is sent to it and shows it; nothing ever leaves this machine. */
export interface Mailbox {
  readonly smtpUrl: string;
  readonly url: string;
  readonly store: MailStore;
  /** While refusing, every mail is turned away with a temporary error, as an overloaded server would. */
  refuse(refusing: boolean): void;
  stop(): Promise<void>;
}

const LIMIT = 1_000;
const MAX_MAIL_BYTES = 10 * 1024 * 1024;
const TRY_LATER = 451;

export async function startMailbox({ folder, smtpPort, httpPort, limit = LIMIT }: MailboxOptions): Promise<Mailbox> {
  const store = await openMailStore(folder, limit);
  let refusing = false;

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_MAIL_BYTES,
    closeTimeout: 500,
    onMailFrom: (_address, _session, done) => done(refusing ? temporaryError() : null),
    onData(stream, session, done) {
      void readAll(stream)
        .then((raw) => store.add(raw, session.envelope.rcptTo.map(({ address }) => address), new Date()))
        .then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  // A sender that goes away in the middle is that sender's matter.
  smtp.on('error', () => undefined);
  const web = createServer((request, response) => answerMailboxRequest(store, request, response));

  await listen(smtp.server, () => smtp.listen(smtpPort, '127.0.0.1'));
  await listen(web, () => web.listen(httpPort, '127.0.0.1'));
  return {
    store,
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server)}`,
    url: `http://127.0.0.1:${portOf(web)}`,
    refuse: (now) => (refusing = now),
    async stop() {
      web.closeAllConnections();
      await Promise.all([
        new Promise<void>((done) => web.close(() => done())),
        new Promise<void>((done) => smtp.close(() => done())),
      ]);
    },
  };
}

function temporaryError(): Error {
  return Object.assign(new Error('Try again later'), { responseCode: TRY_LATER });
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw Object.assign(new Error('The message is too large'), { responseCode: 552 });
  return Buffer.concat(chunks);
}

interface Listening {
  once(event: 'listening' | 'error', listener: (error?: Error) => void): unknown;
  address(): AddressInfo | string | null;
}

function listen(server: Listening, begin: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve());
    server.once('error', reject);
    begin();
  });
}

function portOf(server: Listening): number {
  return (server.address() as AddressInfo).port;
}
