import { inBrasilia } from '@guiche/kit/calendar';
import type { CoverFacts } from './export-entry.ts';

/** A document in the list; `name` is its file in the archive, `reason` why there is none. */
export interface ZipIndexRow {
  readonly number: string;
  readonly title: string;
  readonly type: string;
  readonly date: string;
  readonly name?: string;
  readonly reason?: string;
}

/** The list of the documents as a page that needs nothing besides itself. */
export function zipIndex(cover: CoverFacts, rows: readonly ZipIndexRow[]): string {
  const facts = [{ label: 'Tipo', value: cover.processType }, ...cover.facts];
  return `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Processo ${text(cover.processNumber)}</title>
<style>body{font:16px/1.5 sans-serif;margin:2rem;max-width:60rem}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}</style>
</head>
<body>
<p>${text(cover.city)}</p>
<h1>Processo ${text(cover.processNumber)}</h1>
<dl>${facts.map(({ label, value }) => `<dt>${text(label)}</dt><dd>${text(value)}</dd>`).join('\n')}</dl>
<table>
<caption>Documentos do processo</caption>
<thead><tr><th scope="col">Nº</th><th scope="col">Documento</th><th scope="col">Tipo</th><th scope="col">Data</th><th scope="col">Número</th></tr></thead>
<tbody>
${rows.map(tableRow).join('\n')}
</tbody>
</table>
<p>Gerado em ${inBrasilia(cover.requestedAt)} para ${text(cover.requestedBy)}.</p>
</body>
</html>
`;
}

function tableRow({ number, title, type, date, name, reason }: ZipIndexRow, index: number): string {
  const what = name === undefined ? `${text(title)} <em>(${text(reason ?? '')})</em>` : `<a href="${encodeURIComponent(name)}">${text(title)}</a>`;
  return `<tr><td>${String(index + 1)}</td><td>${what}</td><td>${text(type)}</td><td>${text(date)}</td><td>${text(number)}</td></tr>`;
}

function text(value: string): string {
  return value.toWellFormed().replace(/[&<>"']/g, (mark) => `&#${String(mark.charCodeAt(0))};`);
}
