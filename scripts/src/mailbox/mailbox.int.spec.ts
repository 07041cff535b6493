import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startMailbox } from './mailbox.ts';
import type { Mailbox } from './mailbox.ts';

describe('mailbox', () => {
  let folder: string;
  let mailbox: Mailbox;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guiche-mailbox-'));
    mailbox = await startMailbox({ folder, smtpPort: 0, httpPort: 0, limit: 3 });
  });
  afterEach(async () => {
    await mailbox.stop();
    await rm(folder, { recursive: true });
  });

  async function send(to: string, subject: string, html = '<p>Olá, <b>Ação</b></p>'): Promise<void> {
    const transport = createTransport(mailbox.smtpUrl);
    await transport.sendMail({ from: 'guiche@guiche.test', to, subject, text: 'Confirme em http://localhost/x?t=1', html });
    transport.close();
  }
  async function messages(query = ''): Promise<{ id: string; subject: string; to: string[] }[]> {
    const response = await fetch(`${mailbox.url}/api/messages${query}`);
    return ((await response.json()) as { messages: { id: string; subject: string; to: string[] }[] }).messages;
  }

  it('keeps every mail that is sent, newest first, and finds those of one recipient', async () => {
    await send('ana@exemplo.test', 'Primeira');
    await send('bia@exemplo.test', 'Confirmação');
    expect((await messages()).map(({ subject }) => subject)).toEqual(['Confirmação', 'Primeira']);
    expect((await messages('?to=ANA@exemplo.test')).map(({ subject }) => subject)).toEqual(['Primeira']);
  });

  it('gives text, HTML and Message-ID of one mail', async () => {
    await send('ana@exemplo.test', 'Primeira');
    const [first] = await messages();
    const mail = (await (await fetch(`${mailbox.url}/api/messages/${first?.id}`)).json()) as Record<string, string>;
    expect(mail['text']).toContain('http://localhost/x?t=1');
    expect(mail['html']).toContain('<b>Ação</b>');
    expect(mail['messageId']).toMatch(/^<.+@.+>$/);
  });

  it('forgets the oldest beyond its limit, on disk too, where only the owner may read', async () => {
    for (const subject of ['1', '2', '3', '4']) await send('ana@exemplo.test', subject);
    expect((await messages()).map(({ subject }) => subject)).toEqual(['4', '3', '2']);
    const files = await readdir(folder);
    expect(files).toHaveLength(3);
    expect((await stat(join(folder, files[0] ?? ''))).mode & 0o777).toBe(0o600);
  });

  it('remembers its mails after a restart', async () => {
    await send('ana@exemplo.test', 'Primeira');
    await mailbox.stop();
    mailbox = await startMailbox({ folder, smtpPort: 0, httpPort: 0 });
    expect((await messages('?to=ana@exemplo.test')).map(({ subject }) => subject)).toEqual(['Primeira']);
  });

  it('can be emptied', async () => {
    await send('ana@exemplo.test', 'Primeira');
    await fetch(`${mailbox.url}/api/messages`, { method: 'DELETE' });
    expect(await messages()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('shows what a mail says without running or fetching anything of it', async () => {
    await send('ana@exemplo.test', '<script>alert(1)</script>', '<script>alert(2)</script>');
    const [first] = await messages();
    const page = await fetch(`${mailbox.url}/mensagens/${first?.id}`);
    expect(await page.text()).not.toContain('<script>');
    const content = await fetch(`${mailbox.url}/mensagens/${first?.id}/html`);
    expect(content.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
    expect(await (await fetch(mailbox.url)).text()).not.toContain('<script>');
  });

  it('turns mails away with a temporary error while it refuses', async () => {
    mailbox.refuse(true);
    await expect(send('ana@exemplo.test', 'Primeira')).rejects.toMatchObject({ responseCode: 451 });
    mailbox.refuse(false);
    await send('ana@exemplo.test', 'Segunda');
    expect((await messages()).map(({ subject }) => subject)).toEqual(['Segunda']);
  });

  it('answers only to its local names', async () => {
    const response = await fetch(`${mailbox.url}/api/messages`, { headers: { 'x-forwarded-host': 'x' } });
    expect(response.status).toBe(200);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) =>
      request(`${mailbox.url}/api/messages`, { headers: { host: 'evil.test' } }, (answer) => resolve(answer.resume().statusCode)).end(),
    );
    expect(status).toBe(403);
  });
});
