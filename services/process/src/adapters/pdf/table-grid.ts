import type { Cell } from '../../domain/documents/content.ts';
import { textOf } from '../../domain/documents/text-of.ts';

/** A place of the grid: a cell begins there, or one from the left or from above covers it. */
export type GridPlace = Cell | 'covered' | 'empty';

/** Rows of equal length, with every cell inside the grid: the printer stumbles over anything else. */
export function tableGrid(rows: readonly (readonly Cell[])[]): readonly (readonly GridPlace[])[] {
  const grid: (GridPlace | undefined)[][] = rows.map(() => []);
  const placeAt = (row: number, column: number) => grid[row]?.[column];
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (placeAt(row, column) !== undefined) column += 1;
      let columns = 1;
      while (columns < cell.columns && placeAt(row, column + columns) === undefined) columns += 1;
      const down = Math.min(cell.rows, rows.length - row);
      for (let r = row; r < row + down; r += 1) for (let c = column; c < column + columns; c += 1) (grid[r] ??= [])[c] = 'covered';
      (grid[row] ??= [])[column] = { ...cell, columns, rows: down };
      column += columns;
    }
  });
  const width = Math.max(1, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? 'empty'));
}

/** Points a letter takes at the size of a table, generously; texts up to `unbroken` letters stay on one line. */
const letterWidth = 5.8;
const unbroken = 14;

/** Widths of the columns by what is in them, filling `available` points: no column so thin that usual words break. */
export function columnWidths(grid: readonly (readonly GridPlace[])[], available: number): readonly number[] {
  const columns = (grid[0] ?? []).map((_, column) => {
    const texts = grid.flatMap((row) => {
      const place = row[column];
      return place === undefined || typeof place === 'string' || place.columns > 1 ? [] : [textOf({ blocks: place.blocks })];
    });
    const longestLine = Math.max(3, ...texts.map((text) => Math.min(45, text.length)));
    const words = texts.flatMap((text) => (text.length <= unbroken ? [text] : text.split(/\s+/)));
    const longestWord = Math.max(3, ...words.map((word) => Math.min(16, word.length)));
    return { least: longestWord * letterWidth + 4, wanted: Math.max(longestLine, longestWord) * letterWidth + 4 };
  });
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const wanted = columns.reduce((sum, column) => sum + column.wanted, 0);
  if (least >= available) return columns.map((column) => (column.least * available) / least);
  if (wanted <= available) return columns.map((column) => (column.wanted * available) / wanted);
  return columns.map((column) => column.least + ((column.wanted - column.least) * (available - least)) / (wanted - least));
}
