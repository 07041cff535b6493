import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

export interface Mail {
  readonly id: string;
  readonly receivedAt: Date;
  readonly from: string;
  /** The recipients of the envelope: who really gets it. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string | null;
  readonly text: string;
  readonly html: string | null;
}

export interface MailStore {
  add(raw: Buffer, recipients: readonly string[], receivedAt: Date): Promise<Mail>;
  /** Newest first; with an address, only those sent to it. */
  list(recipient?: string): readonly Mail[];
  find(id: string): Mail | undefined;
  source(id: string): Promise<Buffer | undefined>;
  clear(): Promise<void>;
}

const RECIPIENTS_HEADER = 'X-Envelope-To';
const FILE_NAME = /^(\d{15})-[0-9a-f]{16}\.eml$/;

/** Mails as files in a folder, the oldest forgotten beyond the limit, so that it never grows without bound. */
export async function openMailStore(folder: string, limit: number): Promise<MailStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const names = (await readdir(folder)).filter((name) => FILE_NAME.test(name)).sort();
  const mails: Mail[] = [];
  for (const name of names) mails.push(await parseMail(idOf(name), await readFile(join(folder, name))));

  const forget = async (mail: Mail) => rm(join(folder, `${mail.id}.eml`), { force: true });
  const find = (id: string) => mails.find((mail) => mail.id === id);
  return {
    find,
    async add(raw, recipients, receivedAt) {
      const id = `${String(receivedAt.getTime()).padStart(15, '0')}-${randomBytes(8).toString('hex')}`;
      const source = Buffer.concat([Buffer.from(`${RECIPIENTS_HEADER}: ${recipients.join(', ')}\r\n`), raw]);
      await writeFile(join(folder, `${id}.eml`), source, { mode: 0o600 });
      const mail = await parseMail(id, source);
      mails.push(mail);
      for (const old of mails.splice(0, Math.max(0, mails.length - limit))) await forget(old);
      return mail;
    },
    list: (recipient) => mails.filter((mail) => recipient === undefined || isFor(mail, recipient)).reverse(),
    source: async (id) => (find(id) === undefined ? undefined : readFile(join(folder, `${id}.eml`))),
    async clear() {
      for (const mail of mails.splice(0)) await forget(mail);
    },
  };
}

async function parseMail(id: string, source: Buffer): Promise<Mail> {
  const parsed = await PostalMime.parse(source);
  const recipients = parsed.headers.find(({ key }) => key === RECIPIENTS_HEADER.toLowerCase())?.value ?? '';
  return {
    id,
    receivedAt: new Date(Number(id.slice(0, 15))),
    from: parsed.from?.address ?? '',
    to: recipients.split(',').map((address) => address.trim()).filter((address) => address !== ''),
    subject: parsed.subject ?? '',
    messageId: parsed.messageId ?? null,
    text: parsed.text ?? '',
    html: parsed.html ?? null,
  };
}

function isFor(mail: Mail, recipient: string): boolean {
  return mail.to.some((address) => address.toLowerCase() === recipient.toLowerCase());
}

function idOf(fileName: string): string {
  return fileName.replace(/\.eml$/, '');
}
