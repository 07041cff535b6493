import Handlebars from 'handlebars';
import type { Mail } from '../../use-cases/find-mail.ts';

interface LayoutData extends Mail {
  readonly paragraphs: readonly string[];
  readonly greeting: string;
  readonly footer: string;
}

// Tables and inline styles: mail programs know nothing else.
const layout = Handlebars.compile<LayoutData>(
  `<!doctype html>
<html lang="pt-BR">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{{subject}}</title></head>
<body style="margin:0;padding:0;background:#eef1f4">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#eef1f4"><tr><td align="center" style="padding:32px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px;background:#ffffff;border:1px solid #dde3e8;border-radius:8px;border-collapse:separate;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.55;color:#1c2733">
<tr><td style="padding:18px 32px;background:#12558a;border-radius:7px 7px 0 0;color:#ffffff;font-size:15px;font-weight:bold">{{cityName}}</td></tr>
<tr><td style="padding:32px 32px 8px">
<h1 style="margin:0 0 20px;font-size:22px;line-height:1.3;color:#0d2f4d">{{heading}}</h1>
<p style="margin:0 0 16px">{{greeting}}</p>
{{#each paragraphs}}<p style="margin:0 0 16px;white-space:pre-line">{{this}}</p>
{{/each}}</td></tr>
{{#if link}}<tr><td style="padding:8px 32px 8px">
<table role="presentation" cellpadding="0" cellspacing="0"><tr><td style="background:#12558a;border-radius:6px"><a href="{{link}}" style="display:inline-block;padding:13px 24px;color:#ffffff;font-weight:bold;text-decoration:none">{{linkLabel}}</a></td></tr></table>
<p style="margin:20px 0 0;font-size:13px;line-height:1.5;color:#51606f">Se o botão não funcionar, copie este endereço para o navegador:<br><a href="{{link}}" style="color:#12558a;word-break:break-all">{{link}}</a></p>
</td></tr>{{/if}}
<tr><td style="padding:24px 32px"><p style="margin:0;padding-top:16px;border-top:1px solid #dde3e8;font-size:13px;line-height:1.5;color:#51606f">{{footer}}</p></td></tr>
</table></td></tr></table>
</body>
</html>
`,
  { strict: true, knownHelpersOnly: true },
);

const footer = 'Mensagem automática: não responda a este e-mail.';

/** The mail as HTML; every value is escaped. */
export function htmlOf(mail: Mail): string {
  return layout({ ...mail, paragraphs: mail.text.split('\n\n'), greeting: greetingTo(mail.to), footer });
}

/** The mail as plain text. */
export function textOf({ to, text, link, linkLabel, cityName }: Mail): string {
  const way = link === undefined ? [] : [`${linkLabel}:\n${link}`];
  return [greetingTo(to), text, ...way, `--\n${cityName}\n${footer}`].join('\n\n');
}

function greetingTo({ name }: Mail['to']): string {
  return name === undefined ? 'Olá.' : `Olá, ${name}.`;
}
