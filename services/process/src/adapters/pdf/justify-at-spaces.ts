import { createRequire } from 'node:module';

interface Piece {
  readonly text: string;
  readonly alignment?: string;
  x: number;
  justifyShift?: number;
}

interface Line {
  readonly inlines: readonly Piece[];
  readonly newLineForced?: boolean;
  readonly lastLineInParagraph?: boolean;
  getWidth(): number;
}

interface LineWriter {
  alignLine(line: Line): void;
  context(): { readonly availableWidth: number };
}

/**
 * pdfmake 0.3 stretches a justified line wherever the look of the text changes and after every hyphen, so that a bold
 * name and its comma, or m and ², come apart. Here a line is stretched at its spaces only.
 */
export function justifyAtSpaces(): void {
  const { default: writer } = createRequire(import.meta.url)('pdfmake/js/ElementWriter.js') as { default: { prototype: LineWriter } };
  const { alignLine } = writer.prototype;
  writer.prototype.alignLine = function (this: LineWriter, line: Line): void {
    const { inlines } = line;
    if (inlines[0]?.alignment !== 'justify') {
      alignLine.call(this, line);
      return;
    }
    if (line.newLineForced === true || line.lastLineInParagraph === true) return;
    const beforeIt = (index: number) => /[ \u2000-\u2009]$/.test(inlines[index - 1]?.text ?? '');
    const spaces = inlines.filter((_piece, index) => beforeIt(index)).length;
    if (spaces === 0) return;
    const stretch = (this.context().availableWidth - line.getWidth()) / spaces;
    let shift = 0;
    inlines.forEach((piece, index) => {
      if (!beforeIt(index)) {
        piece.x += shift;
        return;
      }
      shift += stretch;
      piece.x += shift;
      piece.justifyShift = stretch;
    });
  };
}
