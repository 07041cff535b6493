import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Block, Table } from '../../domain/documents/content.ts';
import { textOf } from '../../domain/documents/text-of.ts';
import { columnWidths, tableGrid } from './table-grid.ts';
import type { GridPlace } from './table-grid.ts';

const paddingX = 4;
const line = 0.6;
const greatestHeader = { rows: 3, characters: 600 };
const linesKeptTogether = 12;

/** A table that goes on over pages, repeating its header; rows that are not long stay whole. */
export function tableContent(table: Table, width: number, contentOf: (blocks: readonly Block[], width: number) => Content[]): Content {
  const grid = tableGrid(table.rows);
  const columns = grid[0]?.length ?? 1;
  const widths = columnWidths(grid, Math.max(columns * 4, width - columns * (2 * paddingX + line) - line));
  const headers = headerRows(grid);
  const cell = (place: GridPlace, row: number, column: number): TableCell => {
    if (typeof place === 'string') return { text: '' };
    const inside = widths.slice(column, column + place.columns).reduce((sum, each) => sum + each, 0);
    return {
      stack: contentOf(place.blocks, inside + (place.columns - 1) * (2 * paddingX + line)),
      ...(place.columns > 1 ? { colSpan: place.columns } : {}),
      ...(place.rows > 1 ? { rowSpan: place.rows } : {}),
      ...(place.header ? { bold: true, fillColor: row < headers ? '#e6e6e6' : '#f3f3f3' } : {}),
    };
  };
  return {
    table: {
      widths: [...widths],
      headerRows: headers,
      dontBreakRows: grid.every((row) => row.every((place, column) => isShort(place, widths[column] ?? 1))),
      body: grid.map((row, index) => row.map((place, column) => cell(place, index, column))),
    },
    layout: {
      hLineWidth: () => line, vLineWidth: () => line, hLineColor: () => '#777777', vLineColor: () => '#777777',
      paddingLeft: () => paddingX, paddingRight: () => paddingX, paddingTop: () => 3, paddingBottom: () => 1,
    },
    fontSize: columns > 8 ? 8 : 10,
    margin: [0, 2, 0, 8],
  };
}

/** How many rows at the top are only headers, none reaching below them; none where they would fill a page. */
function headerRows(grid: readonly (readonly GridPlace[])[]): number {
  const first = grid.findIndex((row) => row.some((place) => place === 'empty' || (typeof place !== 'string' && !place.header)));
  const top = grid.slice(0, Math.max(0, first));
  const cells = top.flatMap((row, index) => row.flatMap((place) => (typeof place === 'string' ? [] : [{ place, index }])));
  const characters = cells.reduce((sum, { place }) => sum + textOf({ blocks: place.blocks }).length, 0);
  const reaches = cells.some(({ place, index }) => index + place.rows > top.length);
  const plain = cells.every(({ place }) => place.blocks.every(({ kind }) => kind === 'paragraph' || kind === 'heading'));
  return reaches || !plain || top.length > greatestHeader.rows || characters > greatestHeader.characters ? 0 : top.length;
}

function isShort(place: GridPlace, width: number): boolean {
  if (typeof place === 'string') return true;
  const lines = (textOf({ blocks: place.blocks }).length * 6) / width + place.blocks.length;
  return place.rows === 1 && lines <= linesKeptTogether && place.blocks.every(({ kind }) => kind === 'paragraph' || kind === 'heading');
}
