import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import PdfKit from 'pdfkit';

/** A face as every page of one kind embeds it: the same letters each time, so that it is prepared once. */
export interface PlainFace {
  /** By letter: its code in the embedded face, four hexadecimal digits, and its width in thousandths of the size. */
  readonly letters: ReadonlyMap<string, { readonly code: string; readonly width: number }>;
  readonly font: PDFDict;
}

export interface PlainFonts {
  /** Where the faces are; pages copy them from here. */
  readonly specimen: PDFDocument;
  readonly regular: PlainFace;
  readonly bold: PlainFace;
}

/** Portuguese and the signs of its offices; what has other letters is printed by pdfmake, which chooses them page by page. */
const letters = [
  ...Array.from({ length: 95 }, (_each, index) => String.fromCodePoint(32 + index)),
  ...'ÀÁÂÃÇÉÊÍÑÓÔÕÚÜàáâãçéêíñóôõúüºª°§–—“”‘’…·',
];

// Missing in the types of pdfkit.
interface Encoder {
  readonly _font: { encode(text: string): readonly [codes: readonly string[], positions: readonly { readonly advanceWidth: number }[]] };
}

/** Roboto with these letters, regular and bold. */
export async function loadPlainFonts(): Promise<PlainFonts> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  const pdf = new PdfKit({ size: 'A4' });
  const chunks: Buffer[] = [];
  const done = new Promise((resolve, reject) => pdf.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve).on('error', reject));
  const encode = (file: string): PlainFace['letters'] => {
    pdf.font(join(folder, file)).text('A');
    const { _font: font } = pdf as unknown as Encoder;
    return new Map(
      letters.map((letter) => {
        const [[code], [position]] = font.encode(letter);
        if (code === undefined || position === undefined) throw new Error(`No letter ${letter} in ${file}`);
        return [letter, { code, width: position.advanceWidth }];
      }),
    );
  };
  const [regular, bold] = [encode('Roboto-Regular.ttf'), encode('Roboto-Medium.ttf')];
  pdf.end();
  await done;
  const specimen = await PDFDocument.load(Buffer.concat(chunks), { updateMetadata: false });
  const fonts = specimen.getPage(0).node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
  const faces = (fonts?.entries() ?? [])
    .toSorted(([one], [other]) => Number(one.asString().slice(2)) - Number(other.asString().slice(2)))
    .map(([name]) => fonts?.lookup(name, PDFDict));
  const [regularFont, boldFont] = faces;
  if (regularFont === undefined || boldFont === undefined) throw new Error('The specimen has two faces');
  return { specimen, regular: { letters: regular, font: regularFont }, bold: { letters: bold, font: boldFont } };
}
