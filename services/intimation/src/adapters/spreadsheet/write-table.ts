import { formatLocalDate } from '@guiche/kit/calendar';
import { writeCsvStream } from 'hucre/csv';
import { writeXlsxStream } from 'hucre/xlsx';

/** A column of a table: its heading, and whether its cells are days (`2026-03-06`) or text. */
export interface TableColumn {
  readonly header: string;
  readonly kind: 'TEXT' | 'DATE';
  readonly width: number;
}

type Rows = AsyncIterable<readonly (string | null)[]>;

/** A workbook with one sheet, as bytes, while its rows are read. Days are days to it; text is text whatever it begins with. */
export function writeXlsx(name: string, columns: readonly TableColumn[], rows: Rows): AsyncIterable<Uint8Array> {
  const layout = columns.map(({ header, width, kind }) => ({ header, width, ...(kind === 'DATE' ? { numFmt: 'dd/mm/yyyy' } : {}) }));
  const cells = each(rows, (cell, index) => (cell !== null && columns[index]?.kind === 'DATE' ? new Date(`${cell}T00:00:00Z`) : cell));
  return writeXlsxStream(cells, { name, columns: layout, freezePane: { rows: 1 } });
}

/**
 * Text as Excel in Brazil opens it: `;` between cells, a byte order mark so that accents survive, days as `06/03/2026`.
 * What a program would take for a formula gets an apostrophe before it, also behind blanks that programs trim.
 */
export function writeCsv(columns: readonly TableColumn[], rows: Rows): AsyncIterable<Uint8Array> {
  const cells = each(rows, (cell, index) => {
    if (cell === null) return null;
    return columns[index]?.kind === 'DATE' ? formatLocalDate(cell) : cell.trim();
  });
  return writeCsvStream(cells, { delimiter: ';', bom: true, escapeFormulae: true, headers: columns.map(({ header }) => header) });
}

async function* each<Cell>(rows: Rows, cellOf: (cell: string | null, index: number) => Cell): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield row.map(cellOf);
}
