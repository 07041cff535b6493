import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fontFor } from '../../pdf/font-for.ts';
import { letterheadContent } from '../../pdf/letterhead-content.ts';
import type { CoverPage, IndexRow, NoteFacts } from './part-task.ts';

/** The first page: whose process it is, what it is about, who asked for the copy and what the copy is worth. */
export function coverDefinition(cover: CoverPage): TDocumentDefinitions {
  const facts = [{ label: 'Tipo', value: cover.processType }, ...cover.facts, { label: 'Documentos', value: String(cover.documents) }];
  return {
    content: [
      ...letterheadContent({ name: cover.city, lines: cover.cityLines }),
      { text: 'PROCESSO ELETRÔNICO', alignment: 'center', fontSize: 12, margin: [0, 110, 0, 6] },
      { text: cover.processNumber, alignment: 'center', bold: true, fontSize: 24, margin: [0, 0, 0, 36] },
      {
        table: { widths: [130, '*'], body: facts.map(({ label, value }) => [{ text: label, bold: true }, { text: value, font: fontFor(value) }]) },
        layout: { hLineWidth: (row) => (row === 0 ? 0 : 0.4), vLineWidth: () => 0, hLineColor: () => '#999999', paddingTop: () => 5, paddingBottom: () => 5 },
      },
      {
        text: [
          `Cópia gerada em ${cover.requestedAt} para `,
          { text: cover.requestedBy, font: fontFor(cover.requestedBy) },
          '. Ela reúne os documentos que o solicitante podia ver nesse momento. A autenticidade de cada documento se confere no original, pelo código de verificação impresso nele.',
        ],
        fontSize: 9,
        color: '#444444',
        margin: [0, 40, 0, 0],
      },
    ],
  };
}

/** Lines of the index; each leads to the first page of its document. */
export function indexDefinition(processNumber: string, rows: readonly IndexRow[]): TDocumentDefinitions {
  const header = ['Nº', 'Documento', 'Tipo', 'Data', 'Página'].map((text): Content => ({ text, bold: true }));
  return {
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    content: [
      { text: 'Índice', fontSize: 14, bold: true, margin: [0, 0, 0, 2] },
      { text: `Processo ${processNumber}`, color: '#444444', margin: [0, 0, 0, 10] },
      {
        table: { headerRows: 1, dontBreakRows: true, widths: [30, '*', 100, 56, 38], body: [header, ...rows.map(indexCells)] },
        layout: { hLineWidth: () => 0.4, vLineWidth: () => 0, hLineColor: () => '#bbbbbb' },
      },
    ],
  };
}

function indexCells({ position, number, title, type, date, page, reason, destination }: IndexRow): Content[] {
  const link = destination === undefined ? {} : { linkToDestination: destination };
  const name: Content = { text: `${title} (${number})`, font: fontFor(title), ...link };
  return [
    { text: position },
    reason === undefined ? name : { stack: [name, { text: reason, italics: false, color: '#8a1f11', fontSize: 8, font: fontFor(reason) }] },
    { text: type, font: fontFor(type) },
    { text: date },
    { text: page, alignment: 'right', ...link },
  ];
}

/** The sheet that stands for a document which cannot be shown as pages. */
export function noteDefinition({ position, number, title, type, date, reason }: NoteFacts): TDocumentDefinitions {
  return {
    content: [
      { text: `Documento ${position}`, fontSize: 12, color: '#444444', margin: [0, 160, 0, 6] },
      { text: title, bold: true, fontSize: 18, font: fontFor(title), margin: [0, 0, 0, 10] },
      { text: `${type} nº ${number}, de ${date}`, font: fontFor(type), margin: [0, 0, 0, 24] },
      { text: reason, font: fontFor(reason) },
    ],
  };
}
