import type { Mail } from './mail-store.ts';

const TIME_ZONE = 'America/Sao_Paulo';

const STYLE = `
  :root { color-scheme: light dark; --line: #c9ced6; --soft: #f3f5f8; --link: #0b4fa8; --text: #16191f; --page: #fff; }
  @media (prefers-color-scheme: dark) { :root { --line: #444b57; --soft: #20252d; --link: #8ab8ff; --text: #e9ecf1; --page: #14171c; } }
  * { box-sizing: border-box; }
  body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); }
  header, main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
  header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; border-bottom: 1px solid var(--line); }
  h1 { font-size: 1.25rem; margin: 0; }
  a { color: var(--link); }
  a:focus-visible, button:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
  button { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line); border-radius: .4rem; padding: .35rem .8rem; cursor: pointer; }
  ul.mails { list-style: none; margin: 0; padding: 0; }
  ul.mails li { border-bottom: 1px solid var(--line); }
  ul.mails a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .7rem .3rem; text-decoration: none; }
  ul.mails a:hover { background: var(--soft); }
  ul.mails strong { overflow-wrap: anywhere; }
  .quiet { color: inherit; opacity: .8; font-size: .9rem; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .2rem 1rem; margin: 1rem 0; }
  dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft); border: 1px solid var(--line); border-radius: .4rem; padding: 1rem; }
  iframe { width: 100%; height: 28rem; border: 1px solid var(--line); border-radius: .4rem; background: #fff; }
  nav { display: flex; gap: 1rem; }
`;

/** The list of mails, newest first. */
export function mailListPage(mails: readonly Mail[]): string {
  const list =
    mails.length === 0
      ? '<p>Nenhuma mensagem ainda. Tudo o que o Guichê enviar aparece aqui.</p>'
      : `<ul class="mails">${mails.map(mailRow).join('')}</ul>`;
  return page(
    'Caixa de correio',
    `<header><h1>Caixa de correio do Guichê</h1>
      <nav aria-label="Ações"><a href="/">Atualizar</a>
      <form method="post" action="/apagar"><button type="submit">Apagar todas</button></form></nav>
    </header>
    <main><p class="quiet">${mails.length === 1 ? '1 mensagem' : `${mails.length} mensagens`}. Nenhuma saiu deste computador.</p>${list}</main>`,
  );
}

export function mailPage(mail: Mail): string {
  const frame =
    mail.html === null
      ? ''
      : `<h2>Mensagem</h2><iframe title="Conteúdo da mensagem" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mensagens/${mail.id}/html"></iframe>`;
  return page(
    mail.subject,
    `<header><h1>${escape(mail.subject)}</h1><nav aria-label="Navegação"><a href="/">Todas as mensagens</a></nav></header>
    <main>
      <dl><dt>De</dt><dd>${escape(mail.from)}</dd><dt>Para</dt><dd>${escape(mail.to.join(', '))}</dd>
      <dt>Recebida</dt><dd>${time(mail.receivedAt)}</dd></dl>
      ${frame}
      <h2>Texto</h2><pre>${withLinks(mail.text)}</pre>
      <p><a href="/mensagens/${mail.id}/fonte">Ver o original</a></p>
    </main>`,
  );
}

export function notFoundPage(): string {
  return page('Não encontrada', '<main><h1>Mensagem não encontrada</h1><p><a href="/">Todas as mensagens</a></p></main>');
}

function mailRow(mail: Mail): string {
  return `<li><a href="/mensagens/${mail.id}"><strong>${escape(mail.subject)}</strong>
    <span class="quiet">${time(mail.receivedAt)}</span><span class="quiet">Para ${escape(mail.to.join(', '))}</span></a></li>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)} · Guichê</title>
    <style>${STYLE}</style></head><body>${body}</body></html>`;
}

function time(at: Date): string {
  const text = at.toLocaleString('pt-BR', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'medium' });
  return `<time datetime="${at.toISOString()}">${text}</time>`;
}

function withLinks(text: string): string {
  return escape(text).replace(/https?:\/\/[^\s<>"']+/g, (link) => `<a href="${link}" target="_blank" rel="noreferrer noopener">${link}</a>`);
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
