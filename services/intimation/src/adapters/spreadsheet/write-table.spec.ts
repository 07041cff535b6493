import { describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { writeCsv, writeXlsx } from './write-table.ts';
import type { TableColumn } from './write-table.ts';

const columns: readonly TableColumn[] = [
  { header: 'Destinatário', kind: 'TEXT', width: 40 },
  { header: 'Data da Geração', kind: 'DATE', width: 16 },
];

async function* rowsOf(...rows: (string | null)[][]): AsyncGenerator<(string | null)[]> {
  for (const row of rows) yield await Promise.resolve(row);
}

async function bytes(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '|calc', ' =cmd|\' /C calc\'!A0', '\t=1', '\r=1'];

describe('a table as CSV', () => {
  it('opens in Excel in Brazil: byte order mark, semicolons, days as they are written here', async () => {
    const text = (await bytes(writeCsv(columns, rowsOf(['José; da "Sé"', '2026-03-06'], ['Ana\nPrado', null])))).toString();
    expect(text).toBe('\uFEFFDestinatário;Data da Geração\r\n"José; da ""Sé""";06/03/2026\r\n"Ana\nPrado";');
  });

  it.each(hostile)('makes no formula of %j', async (name) => {
    const text = (await bytes(writeCsv(columns, rowsOf([name, null])))).toString();
    expect(text.split('\r\n')[1]?.replace('"', '')).toMatch(/^'/);
  });

  it('has its headings though it has no rows', async () => {
    expect((await bytes(writeCsv(columns, rowsOf()))).toString()).toContain('Destinatário;Data da Geração');
  });
});

describe('a table as a workbook', () => {
  it('has days that can be counted with, and text as it is', async () => {
    const { sheets } = await readXlsx(await bytes(writeXlsx('Intimações', columns, rowsOf(['José; da "Sé"', '2026-03-06'], ['Ana', null]))));
    expect(sheets[0]?.name).toBe('Intimações');
    expect(sheets[0]?.rows).toEqual([
      ['Destinatário', 'Data da Geração'], ['José; da "Sé"', new Date('2026-03-06T00:00:00Z')], ['Ana', null],
    ]);
  });

  it.each(hostile)('keeps %j as text, never as a formula', async (name) => {
    const { sheets } = await readXlsx(await bytes(writeXlsx('Intimações', columns, rowsOf([name, null]))), { readStyles: true });
    expect(String(sheets[0]?.rows[1]?.[0]).trim()).toBe(name.trim());
    expect([...(sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
  });

  it('is written while its rows are read: what was not asked for is not read', async () => {
    let read = 0;
    const endless = async function* (): AsyncGenerator<string[]> {
      for (;;) {
        read += 1;
        yield await Promise.resolve([`Pessoa ${String(read)} ${String(Math.random())}`, '2026-03-06']);
      }
    };
    const parts = writeXlsx('Intimações', columns, endless())[Symbol.asyncIterator]();
    let size = 0;
    while (size < 100_000) size += (await parts.next()).value?.length ?? 0;
    expect(read).toBeLessThan(50_000);
    await parts.return?.();
  });
});
