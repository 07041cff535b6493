import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { justifyAtSpaces } from './justify-at-spaces.ts';

const { resolve } = createRequire(import.meta.url);
const roboto = join(dirname(resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const dejaVu = join(dirname(resolve('dejavu-fonts-ttf/package.json')), 'ttf');

pdfmake.setFonts({
  Roboto: {
    normal: join(roboto, 'Roboto-Regular.ttf'),
    bold: join(roboto, 'Roboto-Medium.ttf'),
    italics: join(roboto, 'Roboto-Italic.ttf'),
    bolditalics: join(roboto, 'Roboto-MediumItalic.ttf'),
  },
  DejaVu: {
    normal: join(dejaVu, 'DejaVuSans.ttf'),
    bold: join(dejaVu, 'DejaVuSans-Bold.ttf'),
    italics: join(dejaVu, 'DejaVuSans-Oblique.ttf'),
    bolditalics: join(dejaVu, 'DejaVuSans-BoldOblique.ttf'),
  },
});
// A document never reads the network, nor files besides the fonts, whatever its text contains.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(roboto) || path.startsWith(dejaVu));

justifyAtSpaces();

/** The PDF of a definition, A4, with every font it uses embedded. */
export async function printPdf(definition: TDocumentDefinitions): Promise<Buffer> {
  return pdfmake
    .createPdf({ pageSize: 'A4', pageMargins: [70, 56, 70, 64], defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.25 }, ...definition })
    .getBuffer();
}
