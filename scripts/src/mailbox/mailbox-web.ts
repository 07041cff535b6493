import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Mail, MailStore } from './mail-store.ts';
import { mailListPage, mailPage, notFoundPage } from './mailbox-pages.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const OWN_PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'";
// What a mail says is shown as a mail program would: no scripts, nothing fetched from elsewhere.
const MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

export function answerMailboxRequest(store: MailStore, request: IncomingMessage, response: ServerResponse): void {
  void answer(store, request)
    .catch((error: unknown): Answer => json(500, { error: String(error) }))
    .then(({ status, type, body, headers }) => {
      response.writeHead(status, {
        'content-type': type,
        'content-security-policy': OWN_PAGE_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        ...headers,
      });
      response.end(body);
    });
}

async function answer(store: MailStore, request: IncomingMessage): Promise<Answer> {
  // Another name for this address would be another site's page reaching in.
  if (!LOCAL_HOST.test(request.headers.host ?? '')) return json(403, { error: 'Only from this machine.' });
  const url = new URL(request.url ?? '/', 'http://localhost');
  const route = `${request.method ?? 'GET'} ${url.pathname}`;
  if (route === 'GET /') return html(200, mailListPage(store.list()));
  if (route === 'GET /api/messages') return listAsJson(store, url.searchParams.get('to'));
  if (route === 'DELETE /api/messages') return clear(store, request, json(200, { deleted: true }));
  if (route === 'POST /apagar') return clear(store, request, { status: 303, type: 'text/plain', body: '', headers: { location: '/' } });
  const [, area, id = '', part = ''] = /^GET \/(api\/messages|mensagens)\/([^/]+)(?:\/([a-z]+))?$/.exec(route) ?? [];
  const mail = store.find(id);
  if (area === undefined || mail === undefined) return html(404, notFoundPage());
  return area === 'mensagens' ? showMail(store, mail, part) : mailAsJson(store, mail, part);
}

async function clear(store: MailStore, request: IncomingMessage, done: Answer): Promise<Answer> {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return json(403, { error: 'Only from the mailbox itself.' });
  await store.clear();
  return done;
}

function listAsJson(store: MailStore, to: string | null): Answer {
  const mails = store.list(to ?? undefined);
  return json(200, { messages: mails.map(({ html: _html, ...mail }) => mail) });
}

async function mailAsJson(store: MailStore, mail: Mail, part: string): Promise<Answer> {
  if (part === '') return json(200, mail);
  return part === 'source' ? source(store, mail) : html(404, notFoundPage());
}

async function showMail(store: MailStore, mail: Mail, part: string): Promise<Answer> {
  if (part === '') return html(200, mailPage(mail));
  if (part === 'fonte') return source(store, mail);
  if (part !== 'html' || mail.html === null) return html(404, notFoundPage());
  return { ...html(200, `<base target="_blank">${mail.html}`), headers: { 'content-security-policy': MAIL_POLICY } };
}

async function source(store: MailStore, mail: Mail): Promise<Answer> {
  return { status: 200, type: 'text/plain; charset=utf-8', body: (await store.source(mail.id)) ?? '' };
}

function html(status: number, body: string): Answer {
  return { status, type: 'text/html; charset=utf-8', body };
}

function json(status: number, body: object): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}
