import type { Content } from 'pdfmake/interfaces.js';

/** At the foot of every page: process, document, and which page of how many. */
export function pageFooter(numbers: { processNumber: string; documentNumber: string }): (page: number, pages: number) => Content {
  return (page, pages) => ({
    columns: [
      { text: `Processo ${numbers.processNumber}` },
      { text: `Documento ${numbers.documentNumber}`, alignment: 'center' },
      { text: `Página ${String(page)} de ${String(pages)}`, alignment: 'right' },
    ],
    margin: [70, 22, 70, 0],
    fontSize: 8,
    color: '#444444',
  });
}
