import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Letterhead, Municipality, Unit } from '../../domain/settings/municipality.ts';
import { readHtml } from '../content/read-html.ts';
import { bodyContent } from './body-content.ts';
import { fontFor } from './font-for.ts';
import { pageFooter } from './page-footer.ts';
import { letterheadContent } from './letterhead-content.ts';

/** What is printed of a born-digital document. `html` is canonical content; `at` is when this version was made. */
export interface PrintedDocument {
  readonly html: string;
  readonly municipality: Municipality;
  readonly letterhead: Letterhead | undefined;
  readonly unit: Pick<Unit, 'name' | 'acronym'> | undefined;
  readonly number: string;
  readonly processNumber: string;
  readonly type: string;
  readonly title: string;
  readonly at: Date;
}

/** How a born-digital document looks: letterhead and title on the first page, its name over the others, numbers below. */
export function documentDefinition(document: PrintedDocument): TDocumentDefinitions {
  const { municipality, letterhead, unit, number, processNumber, type, title, at } = document;
  const heading = title.toLowerCase().startsWith(type.toLowerCase()) ? title : `${type} – ${title}`;
  return {
    info: { title, author: municipality.name, subject: `Documento ${number} do processo ${processNumber}`, creator: 'Guichê', creationDate: at },
    language: 'pt-BR',
    content: [
      ...letterheadContent({ name: municipality.name, lines: letterhead?.lines ?? [`${municipality.city} - ${municipality.state}`] }),
      ...(unit === undefined ? [] : [unitLine(municipality, unit)]),
      { text: heading.toUpperCase(), alignment: 'center', bold: true, fontSize: 14, font: fontFor(heading.toUpperCase()), margin: [0, 18, 0, 14] },
      ...bodyContent(readHtml(document.html).content.blocks),
    ],
    header: (page: number): Content => (page === 1 ? '' : runningHead(municipality.name, `${heading} (${number})`)),
    footer: pageFooter({ processNumber, documentNumber: number }),
  };
}

function unitLine(municipality: Municipality, unit: Pick<Unit, 'name' | 'acronym'>): Content {
  const text = `${municipality.acronym} / ${unit.acronym} - ${unit.name}`;
  return { text, alignment: 'center', fontSize: 10, font: fontFor(text), margin: [0, 10, 0, 0] };
}

/** One line: a long title ends in dots rather than running into the text. */
function runningHead(name: string, title: string): Content {
  const short = title.length > 60 ? `${title.slice(0, 60).trimEnd().toWellFormed()}…` : title;
  return {
    columns: [
      { text: name, width: '*' },
      { text: short, font: fontFor(short), width: 'auto', alignment: 'right' },
    ],
    columnGap: 12,
    margin: [70, 28, 70, 0],
    fontSize: 8,
    color: '#444444',
  };
}
