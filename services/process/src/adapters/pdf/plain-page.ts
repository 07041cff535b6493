import { deflateSync } from 'node:zlib';
import { PDFContext, PDFHexString, PDFObjectCopier, PDFRawStream, PDFString, PDFWriter } from '@cantoo/pdf-lib';
import type { PlainFonts } from './plain-fonts.ts';

/** A stretch of text in one face. */
export interface Stretch {
  readonly text: string;
  readonly bold?: boolean;
}

/** A paragraph; `after` is the room below it. Sizes and room in points. */
export interface Paragraph {
  readonly stretches: readonly Stretch[];
  readonly size: number;
  readonly after: number;
  readonly centred?: boolean;
  /** A line across the page below it. */
  readonly ruled?: boolean;
}

export interface PlainPage {
  readonly title: string;
  readonly author: string;
  readonly at: Date;
  readonly paragraphs: readonly Paragraph[];
  /** Left, middle and right at the foot. */
  readonly footer: readonly [string, string, string];
}

interface Word {
  readonly hex: string;
  readonly bold: boolean;
  readonly width: number;
}

const page = { width: 595.28, height: 841.89, side: 70, top: 56, bottom: 64 } as const;
const room = page.width - 2 * page.side;
const lineHeight = 1.465;

/**
 * One page of plain paragraphs as a PDF with its fonts embedded, at a tenth of the price of a layout engine. Undefined for
 * what it does not do: letters the fonts do not have, words broader than the page, more than one page.
 */
export async function plainPage(content: PlainPage, fonts: PlainFonts): Promise<Uint8Array | undefined> {
  const operators: string[] = [];
  let y = page.height - page.top;
  const write = (line: readonly Word[], x: number, size: number, space: number): void => {
    let at = x;
    for (const { hex, bold, width } of line) {
      operators.push(`BT /${bold ? 'B' : 'R'} ${String(size)} Tf ${at.toFixed(2)} ${y.toFixed(2)} Td <${hex}> Tj ET`);
      at += (width / 1000) * size + space;
    }
  };
  for (const { stretches, size, after, centred = false, ruled = false } of content.paragraphs) {
    const words = wordsOf(stretches, fonts);
    const lines = words === undefined ? undefined : linesOf(words, (room / size) * 1000, spaceOf(fonts));
    if (lines === undefined) return undefined;
    const space = (spaceOf(fonts) / 1000) * size;
    for (const line of lines) {
      y -= size * lineHeight;
      write(line, centred ? page.side + (room - (broad(line, spaceOf(fonts)) / 1000) * size) / 2 : page.side, size, space);
    }
    if (ruled) {
      y -= 8;
      operators.push(`0.8 w ${String(page.side)} ${y.toFixed(2)} m ${String(page.side + room)} ${y.toFixed(2)} l S`);
    }
    y -= after;
  }
  if (y < page.bottom) return undefined;
  y = page.bottom - 22 - 8;
  for (const [index, text] of content.footer.entries()) {
    const words = wordsOf([{ text }], fonts);
    if (words === undefined) return undefined;
    const left = room - (broad(words, spaceOf(fonts)) / 1000) * 8;
    write(words, page.side + (left * index) / 2, 8, (spaceOf(fonts) / 1000) * 8);
  }
  return assemble(content, operators.join('\n'), fonts);
}

function assemble({ title, author, at }: PlainPage, operators: string, { specimen, regular, bold }: PlainFonts): Promise<Uint8Array> {
  const context = PDFContext.create();
  const copier = PDFObjectCopier.for(specimen.context, context);
  const [R, B] = [regular, bold].map(({ font }) => context.register(copier.copy(font)));
  const stream = deflateSync(operators);
  const contents = context.register(PDFRawStream.of(context.obj({ Length: stream.length, Filter: 'FlateDecode' }), stream));
  const pages = context.nextRef();
  const MediaBox = [0, 0, page.width, page.height];
  const leaf = context.register(context.obj({ Type: 'Page', Parent: pages, MediaBox, Contents: contents, Resources: { Font: { R, B } } }));
  context.assign(pages, context.obj({ Type: 'Pages', Kids: [leaf], Count: 1 }));
  const Root = context.register(context.obj({ Type: 'Catalog', Pages: pages, Lang: PDFString.of('pt-BR') }));
  const Info = context.register(
    context.obj({ Title: PDFHexString.fromText(title), Author: PDFHexString.fromText(author), Creator: PDFHexString.fromText('Guichê'), CreationDate: PDFString.fromDate(at) }),
  );
  context.trailerInfo = { Root, Info };
  return PDFWriter.forContext(context, Infinity).serializeToBuffer();
}

/** Words as codes of their face; undefined when a letter is missing. */
function wordsOf(stretches: readonly Stretch[], { regular, bold: heavy }: PlainFonts): Word[] | undefined {
  const words: Word[] = [];
  for (const { text, bold = false } of stretches) {
    const { letters } = bold ? heavy : regular;
    for (const word of text.normalize('NFC').split(/\s+/u)) {
      if (word === '') continue;
      let [hex, width] = ['', 0];
      for (const letter of word) {
        const known = letters.get(letter);
        if (known === undefined) return undefined;
        hex += known.code;
        width += known.width;
      }
      words.push({ hex, bold, width });
    }
  }
  return words;
}

/** Broken at spaces; undefined when a word is broader than the line. */
function linesOf(words: readonly Word[], width: number, space: number): Word[][] | undefined {
  const lines: Word[][] = [];
  let used = Infinity;
  for (const word of words) {
    if (word.width > width) return undefined;
    if (used + space + word.width > width) {
      lines.push([]);
      used = -space;
    }
    lines.at(-1)?.push(word);
    used += space + word.width;
  }
  return lines;
}

function broad(line: readonly Word[], space: number): number {
  return line.reduce((sum, { width }) => sum + width, 0) + Math.max(0, line.length - 1) * space;
}

function spaceOf({ regular }: PlainFonts): number {
  return regular.letters.get(' ')?.width ?? 0;
}
