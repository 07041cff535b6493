import type { Content } from 'pdfmake/interfaces.js';
import { fontFor } from './font-for.ts';

/** The municipality's name and address lines over a rule. */
export function letterheadContent({ name, lines }: { name: string; lines: readonly string[] }): Content[] {
  return [
    { text: name.toUpperCase(), alignment: 'center', bold: true, fontSize: 13 },
    ...lines.map((text): Content => ({ text, alignment: 'center', fontSize: 9, font: fontFor(text) })),
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 455, y2: 0, lineWidth: 0.8 }], margin: [0, 8, 0, 0] },
  ];
}
