import type { ContentText, Decoration } from 'pdfmake/interfaces.js';
import type { Inline, Run } from '../../domain/documents/content.ts';
import { stretchesByFont } from './font-for.ts';

/** The words of a paragraph as the printer takes them. */
export function inlineContent(inlines: readonly Inline[]): ContentText[] {
  return inlines.flatMap((inline): ContentText[] => (inline.kind === 'break' ? [{ text: '\n' }] : runContent(inline)));
}

function runContent({ text, marks, link }: Run): ContentText[] {
  const decoration: Decoration[] = [];
  if (marks.includes('underline') || link !== null) decoration.push('underline');
  if (marks.includes('strike')) decoration.push('lineThrough');
  return stretchesByFont(text).map((stretch) => ({
    ...stretch,
    ...(marks.includes('bold') ? { bold: true } : {}),
    ...(marks.includes('italic') ? { italics: true } : {}),
    ...(marks.includes('sub') ? { sub: true } : {}),
    ...(marks.includes('sup') ? { sup: true } : {}),
    ...(decoration.length > 0 ? { decoration } : {}),
    ...(link !== null ? { link, color: '#1a3f8b' } : {}),
  }));
}
