import type { Content } from 'pdfmake/interfaces.js';
import type { Block, Heading, Image, List, Numbering } from '../../domain/documents/content.ts';
import { inlineText } from '../../domain/documents/text-of.ts';
import { inlineContent } from './inline-content.ts';
import { textHeight, textWidth } from './page-widths.ts';
import { tableContent } from './table-content.ts';

const pointsPerPixel = 0.75;
const quoteIndent = 85;
const listIndent = 24;
const headingSizes = { 1: 14, 2: 13, 3: 12, 4: 11 } as const;
/** A heading stays on the page of what it is over, where that is not long. */
const lettersKeptWithHeading = 500;

/** The blocks of a document as the printer takes them, in `width` points. */
export function bodyContent(blocks: readonly Block[], width: number = textWidth): Content[] {
  const content: Content[] = [];
  let breakNext = false;
  for (let index = 0; index < blocks.length; ) {
    const together = keptTogether(blocks, index);
    index += together.length;
    const parts = together.flatMap((block) => (block.kind === 'page-break' ? [] : [blockContent(block, width)]));
    if (parts.length === 0) {
      breakNext = content.length > 0;
      continue;
    }
    content.push({ stack: parts, ...(parts.length > 1 ? { unbreakable: true } : {}), ...(breakNext ? { pageBreak: 'before' } : {}) });
    breakNext = false;
  }
  return content;
}

/** A block; headings with what they are over. */
function keptTogether(blocks: readonly Block[], from: number): readonly Block[] {
  let to = from;
  while (blocks[to]?.kind === 'heading' && to - from < 3) to += 1;
  const over = blocks[to];
  const short = over?.kind === 'paragraph' && inlineText(over.inlines).length <= lettersKeptWithHeading;
  return blocks.slice(from, Math.max(from + 1, short ? to + 1 : to));
}

function blockContent(block: Exclude<Block, { kind: 'page-break' }>, width: number): Content {
  switch (block.kind) {
    case 'paragraph':
      return {
        text: block.inlines.length === 0 ? ' ' : inlineContent(block.inlines),
        ...(block.alignment === null ? {} : { alignment: block.alignment }),
        margin: [0, 0, 0, width < textWidth ? 2 : 6],
      };
    case 'heading':
      return headingContent(block);
    case 'quote':
      return quoteContent(block.blocks, width);
    case 'list':
      return listContent(block, width);
    case 'table':
      return tableContent(block, width, bodyContent);
    case 'image':
      return imageContent(block, width);
    case 'rule':
      return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: '#777777' }], margin: [0, 6, 0, 8] };
  }
}

function headingContent({ level, alignment, inlines }: Heading): Content {
  return {
    text: inlineContent(inlines),
    bold: true,
    fontSize: headingSizes[level],
    ...(alignment === null ? {} : { alignment }),
    margin: [0, 8, 0, 4],
  };
}

/** Set in from the left in smaller type, as quotations of law are. */
function quoteContent(blocks: readonly Block[], width: number): Content {
  const indent = Math.min(quoteIndent, width / 4);
  return { stack: bodyContent(blocks, width - indent), fontSize: 10, margin: [indent, 2, 0, 6] };
}

function listContent({ numbering, start, items }: List, width: number): Content {
  const stacks = items.map((blocks): Content => ({ stack: blocks.length === 0 ? [{ text: ' ' }] : bodyContent(blocks, width - listIndent) }));
  const margin: [number, number, number, number] = width < textWidth ? [4, 0, 0, 2] : [8, 0, 0, 6];
  if (numbering === null) return { ul: stacks, margin };
  return { ol: stacks, type: numbering, start, separator: separatorOf(numbering), margin };
}

/** `1.`, `a)` and `I –`, as laws and decrees count; the printer keeps only what is before a space. */
function separatorOf(numbering: Numbering): string {
  switch (numbering) {
    case 'decimal':
      return '.';
    case 'lower-alpha':
    case 'upper-alpha':
      return ')';
    case 'lower-roman':
    case 'upper-roman':
      return '\u00a0–';
  }
}

function imageContent({ mediaType, base64, width: pixels, alignment }: Image, width: number): Content {
  return {
    image: `data:${mediaType};base64,${base64}`,
    fit: [Math.min(width, pixels * pointsPerPixel), textHeight - 80],
    ...(alignment === null || alignment === 'justify' ? {} : { alignment }),
    margin: [0, 2, 0, 8],
  };
}
