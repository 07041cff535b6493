import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { bomb, onePage, rawPdf, stream } from '../../test/pdf/raw-pdf.ts';
import { createTextExtractor } from './create-text-extractor.ts';

const metrics = new Registry();
const extractor = createTextExtractor({ metrics, timeoutMs: 4_000, mostCharacters: 1_000, mostPages: 30 });
const textOf = (pdf: Uint8Array) => extractor.extract(once(pdf));

async function* once(bytes: Uint8Array) {
  yield bytes;
}

function pages(count: number, text: string): Buffer {
  const numbers = Array.from({ length: count }, (_, index) => index * 2 + 6);
  return rawPdf({
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Kids [${numbers.map((number) => `${String(number)} 0 R`).join(' ')}] /Count ${String(count)} /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> >>`,
    5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Object.fromEntries(numbers.map((number) => [number, `<< /Type /Page /Parent 2 0 R /Contents ${String(number + 1)} 0 R >>`])),
    ...Object.fromEntries(numbers.map((number) => [number + 1, stream(`BT /F1 9 Tf 72 720 Td (${text}) Tj ET`)])),
  });
}

describe('the text of a PDF', () => {
  afterAll(() => extractor.end());

  it('is taken out page by page, accents included', async () => {
    expect(await textOf(onePage('Petição nº 12 – Ação'.replace('–', '-').replace(/[^\x20-\x7e]/g, (letter) => `\\${letter.charCodeAt(0).toString(8)}`)))).toEqual({
      kind: 'text', text: 'Petição nº 12 - Ação', pages: 1, truncated: false,
    });
    expect(await textOf(pages(2, 'abc'))).toMatchObject({ text: 'abc\fabc', pages: 2 });
  });

  it('ends at so many characters and pages, and says so', async () => {
    const long = await textOf(pages(10, 'x'.repeat(300)));
    expect(long).toMatchObject({ kind: 'text', pages: 10, truncated: true });
    expect(long.kind === 'text' && long.text.length).toBeLessThan(1_010);
    expect(await textOf(pages(40, 'y'))).toMatchObject({ pages: 40, truncated: true });
  });

  it('is not there in a scanned page, a locked file and a broken one; each says which', async () => {
    const scanned = await PDFDocument.create();
    scanned.addPage();
    expect(await textOf(await scanned.save())).toEqual({ kind: 'unsearchable', reason: 'empty' });
    scanned.encrypt({ userPassword: 'segredo', ownerPassword: 'dono' });
    expect(await textOf(await scanned.save())).toEqual({ kind: 'unsearchable', reason: 'encrypted' });
    expect(await textOf(Buffer.from('%PDF-1.7\nnothing'))).toEqual({ kind: 'unsearchable', reason: 'broken' });
  });

  it('is given up where the file is a bomb, and the next document has its text all the same', async () => {
    const heavy = onePage('a', { page: '/Contents 6 0 R', objects: { 6: bomb(2_000_000_000) } });
    expect(await textOf(heavy)).toMatchObject({ kind: 'unsearchable', reason: expect.stringMatching(/memory|timeout/) });
    expect(await textOf(onePage('depois'))).toMatchObject({ kind: 'text', text: 'depois' });
  });

  it('is counted by result', async () => {
    const text = await metrics.metrics();
    for (const result of ['text', 'empty', 'encrypted', 'broken']) {
      expect(text).toMatch(new RegExp(`guiche_text_extractions_total\\{result="${result}"\\} [1-9]`));
    }
  });
});
