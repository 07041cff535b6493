import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Term } from '../../domain/accreditation/term.ts';
import { fontFor } from './font-for.ts';
import { letterheadContent } from './letterhead-content.ts';
import { pageFooter } from './page-footer.ts';

/** How the Term looks: letterhead, unit, title, place and day, the person, the declarations; numbers in the footer. */
export function termDefinition(term: Term, reference: { processNumber: string; documentNumber: string }): TDocumentDefinitions {
  const { letterhead, unit, title, preamble, declarations, closing } = term;
  return {
    info: { title, author: letterhead.name, creator: 'Guichê' },
    content: [
      ...letterheadContent(letterhead),
      { text: unit, alignment: 'center', fontSize: 10, margin: [0, 10, 0, 0] },
      { text: title.toUpperCase(), alignment: 'center', bold: true, fontSize: 14, margin: [0, 22, 0, 18] },
      { text: term.placeAndDate, alignment: 'right', margin: [0, 0, 0, 14] },
      ...term.person.map(({ label, value }): Content => ({
        text: [{ text: `${label}: `, bold: true }, { text: value, font: fontFor(value) }],
        margin: [0, 0, 0, 2],
      })),
      { text: '', margin: [0, 0, 0, 8] },
      ...preamble.map((text): Content => ({ text, alignment: 'justify', margin: [0, 0, 0, 8] })),
      ...declarations.map((text, index): Content => ({
        columns: [{ text: `${roman(index + 1)} –`, width: 34, alignment: 'right' }, { text, alignment: 'justify' }],
        columnGap: 8,
        unbreakable: true,
        margin: [0, 0, 0, 5],
      })),
      { text: closing, alignment: 'justify', margin: [0, 4, 0, 0] },
    ],
    footer: pageFooter(reference),
  };
}

const numerals = [['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1]] as const;

function roman(number: number): string {
  const [letters = '', value = 0] = numerals.find(([, least]) => least <= number) ?? [];
  return value === 0 ? '' : `${letters}${roman(number - value)}`;
}
