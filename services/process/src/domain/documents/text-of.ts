import type { Block, Content, Inline } from './content.ts';

/** The words of a document for the search index: a line for each paragraph, cells of a row apart by tabs. */
export function textOf(content: Content): string {
  return linesOf(content.blocks).join('\n');
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return block.inlines.length === 0 ? [] : [inlineText(block.inlines)];
      case 'quote':
        return linesOf(block.blocks);
      case 'list':
        return block.items.flatMap(linesOf);
      case 'table':
        return block.rows.map((row) => row.map((cell) => linesOf(cell.blocks).join(' ')).join('\t'));
      case 'image':
      case 'rule':
      case 'page-break':
        return [];
    }
  });
}

/** The words of one paragraph; a line break is a space. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.kind === 'run' ? inline.text : ' ')).join('');
}
