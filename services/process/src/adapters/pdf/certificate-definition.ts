import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { certificateName } from '../../domain/intimations/certificate.ts';
import type { PrintedCertificate } from '../../use-cases/intimations/ports.ts';
import { fontFor } from './font-for.ts';
import { letterheadContent } from './letterhead-content.ts';
import { pageFooter } from './page-footer.ts';

/** A certificate whose letters or length `certificate-page.ts` does not do: any script, any number of pages. */
export function certificateDefinition({ facts, notices, municipality, letterhead, number, processNumber, at }: PrintedCertificate): TDocumentDefinitions {
  return {
    info: { title: `${certificateName} ${number}`, author: municipality.name, creator: 'Guichê', creationDate: at },
    language: 'pt-BR',
    content: [
      ...letterheadContent({ name: municipality.name, lines: letterhead?.lines ?? [`${municipality.city} - ${municipality.state}`] }),
      { text: certificateName.toUpperCase(), alignment: 'center', bold: true, fontSize: 14, margin: [0, 18, 0, 14] },
      ...facts.map(([label, value]): Content => ({ text: [{ text: `${label}: `, bold: true, font: fontFor(label) }, { text: value, font: fontFor(value) }], margin: [0, 0, 0, 3] })),
      { text: '', margin: [0, 6, 0, 0] },
      ...notices.map((text): Content => ({ text, alignment: 'justify', fontSize: 9.5, margin: [0, 0, 0, 5] })),
    ],
    footer: pageFooter({ processNumber, documentNumber: number }),
  };
}
