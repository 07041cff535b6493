import { contentLimits } from '../../domain/documents/content.ts';
import type { Alignment, Block, Cell, Content, HeadingLevel, List } from '../../domain/documents/content.ts';
import { inlineText } from '../../domain/documents/text-of.ts';
import { looksLike, settleInlines } from './settle-inlines.ts';
import type { LooseInline, LooseRun } from './settle-inlines.ts';

type OpenBlocks =
  | { readonly kind: 'flow'; readonly blocks: Block[]; readonly implied: boolean; close(blocks: Block[]): void }
  | { readonly kind: 'list'; readonly list: Pick<List, 'numbering' | 'start'>; readonly items: Block[][] }
  | { readonly kind: 'table'; readonly above: Block[]; readonly rows: Cell[][] }
  | { readonly kind: 'row'; readonly cells: Cell[]; readonly implied: boolean };

interface OpenParagraph {
  readonly level: HeadingLevel | null;
  readonly alignment: Alignment | null;
  /** A paragraph that was asked for is kept even when it is empty: people make room with them. */
  readonly asked: boolean;
  readonly inlines: LooseInline[];
  characters: number;
}

export interface ContentBuilder {
  /** How many containers are open: what `closeTo` takes. */
  depth(): number;
  /** Ends what was opened for text out of place: the source now opens a part of its own in the list, table or row. */
  leaveImplied(upTo: 'list' | 'table' | 'row'): void;
  openParagraph(level: HeadingLevel | null, alignment: Alignment | null): void;
  closeParagraph(): void;
  text(run: LooseRun, alignment: Alignment | null): void;
  lineBreak(alignment: Alignment | null): void;
  add(block: Block): void;
  openQuote(): void;
  openList(list: Pick<List, 'numbering' | 'start'>): void;
  openItem(): void;
  openTable(): void;
  openCaption(): void;
  openRow(): void;
  openCell(cell: Pick<Cell, 'header' | 'columns' | 'rows'>): void;
  closeTo(depth: number): void;
  finish(): Content;
}

const longWord = new RegExp(`[^ \\u200b]{${String(contentLimits.wordCharacters + 1)}}`);
const nothing = (): void => undefined;

/**
 * Puts the parts of a document together in whatever order a careless or hostile source gives them. Nothing that is read
 * is lost: text outside a cell of a table, or outside an item of a list, gets one of its own.
 */
export function createContentBuilder(tooMuch: { nested(): void; wide(): void; paragraph(text: string): void; word(text: string): void }): ContentBuilder {
  const document: Block[] = [];
  const open: OpenBlocks[] = [{ kind: 'flow', blocks: document, implied: false, close: nothing }];
  let paragraph: OpenParagraph | undefined;

  const openFlow = (flow: { blocks?: Block[]; implied?: boolean; close?: (blocks: Block[]) => void }): void => {
    open.push({ kind: 'flow', blocks: [], implied: false, close: nothing, ...flow });
    if (open.length >= contentLimits.nesting * 3) tooMuch.nested();
  };

  const openItem = (implied: boolean): void => {
    const top = open.at(-1);
    if (top?.kind !== 'list') return;
    const blocks: Block[] = [];
    top.items.push(blocks);
    openFlow({ blocks, implied });
  };

  const openCell = (cell: Omit<Cell, 'blocks'>, implied: boolean): void => {
    if (open.at(-1)?.kind === 'table') open.push({ kind: 'row', cells: [], implied: true });
    const top = open.at(-1);
    if (top?.kind !== 'row') return;
    const { cells } = top;
    openFlow({ implied, close: (blocks) => cells.push({ ...cell, blocks }) });
  };

  /** Where blocks may be put now; opens the item or the cell that is missing. */
  const flow = (): Block[] => {
    const top = open.at(-1);
    if (top?.kind === 'list') openItem(true);
    else if (top?.kind !== 'flow') openCell({ header: false, columns: 1, rows: 1 }, true);
    const now = open.at(-1);
    if (now?.kind !== 'flow') throw new Error('Blocks have no place to be put');
    return now.blocks;
  };

  const pop = (): void => {
    const top = open.pop();
    switch (top?.kind) {
      case undefined:
        return;
      case 'flow':
        top.close(top.blocks);
        return;
      case 'list':
        if (top.items.length > 0) flow().push({ kind: 'list', ...top.list, items: top.items });
        return;
      case 'table':
        flow().push(...top.above, ...(top.rows.length > 0 ? [{ kind: 'table' as const, rows: top.rows }] : []));
        return;
      case 'row': {
        const table = open.at(-1);
        if (table?.kind === 'table' && top.cells.length > 0) table.rows.push(top.cells);
        if (top.cells.reduce((sum, { columns }) => sum + columns, 0) > contentLimits.tableColumns) tooMuch.wide();
      }
    }
  };

  const inParagraph = (alignment: Alignment | null): OpenParagraph => {
    if (paragraph === undefined) {
      flow();
      paragraph = { level: null, alignment, asked: false, inlines: [], characters: 0 };
    }
    return paragraph;
  };

  const builder: ContentBuilder = {
    depth: () => open.length,

    leaveImplied(upTo) {
      builder.closeParagraph();
      for (let top = open.at(-1); top !== undefined && top.kind !== upTo && 'implied' in top && top.implied; top = open.at(-1)) pop();
    },

    openParagraph(level, alignment) {
      builder.closeParagraph();
      flow();
      paragraph = { level, alignment, asked: true, inlines: [], characters: 0 };
    },

    closeParagraph() {
      if (paragraph === undefined) return;
      const { level, alignment, asked, inlines: loose } = paragraph;
      paragraph = undefined;
      const inlines = settleInlines(loose);
      const word = longWord.exec(inlineText(inlines))?.[0];
      if (word !== undefined) tooMuch.word(word.slice(0, 100));
      // Between blocks, spaces are only how the source is written; a heading without words is nothing.
      const blank = inlines.every((inline) => inline.kind === 'run' && inline.text.trim() === '');
      if (blank && (!asked || level !== null)) return;
      const kept = blank ? [] : inlines;
      flow().push(
        level === null ? { kind: 'paragraph', alignment, inlines: kept } : { kind: 'heading', level, alignment, inlines: kept },
      );
    },

    text(run, alignment) {
      // Spaces between the parts of a table or a list are no text.
      if (paragraph === undefined && run.text.trim() === '') return;
      const target = inParagraph(alignment);
      const last = target.inlines.at(-1);
      if (last !== undefined && last !== 'break' && looksLike(last, run)) last.text += run.text;
      else target.inlines.push({ ...run });
      const before = target.characters;
      target.characters += run.text.length;
      if (before <= contentLimits.paragraphCharacters && target.characters > contentLimits.paragraphCharacters) {
        tooMuch.paragraph(target.inlines.flatMap((inline) => (inline === 'break' ? [] : [inline.text.slice(0, 100)])).join('').slice(0, 100));
      }
    },

    lineBreak(alignment) {
      inParagraph(alignment).inlines.push('break');
    },

    add(block) {
      // A paragraph around a picture is no empty line before it.
      const around = paragraph;
      if (around !== undefined && around.inlines.length === 0) paragraph = undefined;
      builder.closeParagraph();
      const blocks = flow();
      // A page is not broken inside a table or a list.
      if (block.kind !== 'page-break' || open.length === 1) blocks.push(block);
      if (around !== undefined) paragraph = { ...around, asked: false, inlines: [], characters: 0 };
    },

    openQuote() {
      builder.closeParagraph();
      const outer = flow();
      openFlow({
        close: (blocks) => {
          if (blocks.length > 0) outer.push({ kind: 'quote', blocks });
        },
      });
    },

    openList(list) {
      builder.closeParagraph();
      // A list straight inside a list belongs to the item before it.
      const top = open.at(-1);
      const before = top?.kind === 'list' ? top.items.at(-1) : undefined;
      if (before === undefined) flow();
      else openFlow({ blocks: before });
      open.push({ kind: 'list', list, items: [] });
    },

    openItem() {
      openItem(false);
    },

    openTable() {
      builder.closeParagraph();
      flow();
      open.push({ kind: 'table', above: [], rows: [] });
    },

    openCaption() {
      const top = open.at(-1);
      if (top?.kind === 'table') openFlow({ close: (blocks) => top.above.push(...blocks) });
    },

    openRow() {
      if (open.at(-1)?.kind === 'table') open.push({ kind: 'row', cells: [], implied: false });
    },

    openCell(cell) {
      openCell(cell, false);
    },

    closeTo(depth) {
      if (open.length <= depth) return;
      builder.closeParagraph();
      while (open.length > depth) pop();
    },

    finish() {
      builder.closeParagraph();
      while (open.length > 1) pop();
      return { blocks: document };
    },
  };
  return builder;
}
