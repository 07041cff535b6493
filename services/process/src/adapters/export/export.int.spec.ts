import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gridFsFileStore } from '@guiche/kit/files';
import type { FileStore } from '@guiche/kit/files';
import { testDatabase } from '@guiche/kit/testing';
import type { TestDatabase } from '@guiche/kit/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { bomb, onePage } from '../../test/pdf/raw-pdf.ts';
import { anEntry, pageWithPicture, plainProcess, someProcess } from '../../test/pdf/some-process.ts';
import { createPdfExport } from './create-pdf-export.ts';
import type { ExportEntry } from './export-entry.ts';
import { exportParts } from './export-parts.ts';
import { exportZip } from './export-zip.ts';

const pdfExport = createPdfExport({ partBytes: 100_000 });
let database: TestDatabase;
let store: FileStore;
beforeAll(async () => {
  database = await testDatabase();
  store = gridFsFileStore(database.connection);
});
afterAll(async () => {
  await pdfExport.end();
  await database.drop();
});

async function gathered(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function opened(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, stopAtErrors: true }).promise;
  const textOf = async (page: number): Promise<string> => {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ').replace(/\s+/g, ' ');
  };
  const outline = (await pdf.getOutline()) as unknown as { title: string; dest: [{ num: number; gen: number }] }[];
  const pageOf = async (title: string): Promise<number> => {
    const item = outline.find((one) => one.title.includes(title));
    if (item === undefined) throw new Error(`No bookmark ${title}`);
    return (await pdf.getPageIndex(item.dest[0])) + 1;
  };
  return { pdf, textOf, outline, pageOf };
}

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const unopened = (): never => {
  throw new Error('its content is nobody’s business');
};
const heavy = onePage('Bomba', { objects: { 6: bomb(400_000_000, '/Type /ObjStm /N 1 /First 4') } });
const script = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';

function mixed(): ExportEntry[] {
  const plain = Array.from({ length: 52 }, (_, index) => anEntry(index + 1, () => pageWithPicture(`Documento ${String(index + 1)}`, 12_000)));
  return [
    ...plain,
    anEntry(53, () => png, { title: 'Foto', mediaType: 'image/png', fileName: 'foto.png' }),
    anEntry(54, () => Buffer.from('{}'), { title: 'Respostas', mediaType: 'application/json', fileName: 'r.json' }),
    anEntry(55, unopened, { title: 'Parecer', state: { kind: 'cancelled', reason: 'Cancelado: juntado por engano' } }),
    anEntry(56, unopened, { title: 'Laudo', state: { kind: 'withheld', reason: 'Restrito: informação pessoal' } }),
    anEntry(57, () => Buffer.from('%PDF-1.7\nnothing'), { title: '../../Quebrado\u0000\u202e<script>' }),
    anEntry(58, () => onePage('Com programa', { catalog: `/OpenAction ${script}`, page: `/AA << /O ${script} >> /Annots [<< /Subtype /Link /Rect [0 0 9 9] /A ${script} >>]` }), { title: 'Programado' }),
    anEntry(59, () => heavy, { title: 'Bomba' }),
    anEntry(60, () => onePage('Ultimo'), { title: 'Último' }),
  ];
}

describe('a whole process as one PDF', () => {
  it('has cover, index with the right pages, a bookmark for each document, and their text', async () => {
    const bytes = await gathered(pdfExport.write(someProcess(mixed()), exportParts(store, 'mixed')));
    const { pdf, textOf, outline, pageOf } = await opened(bytes);
    expect(await textOf(1)).toContain('PMC.2021.00035498-55');
    expect(outline.map(({ title }) => title)).toEqual(expect.arrayContaining(['0001 - Despacho 1', '0055 - Parecer (Cancelado: juntado por engano)', '0060 - Último']));
    expect(outline).toHaveLength(60);

    const index = `${await textOf(2)} ${await textOf(3)}`;
    for (const number of [1, 30, 52]) {
      const page = await pageOf(`Despacho ${String(number)}`);
      expect(await textOf(page)).toContain(`Documento ${String(number)}`);
      expect(index).toMatch(new RegExp(`Despacho ${String(number)} \\(\\d+\\) Despacho 06/03/2026 ${String(page)} `));
    }
    expect(index).toMatch(/Parecer \(4000055\) Cancelado: juntado por engano Despacho 06\/03\/2026 –/);
    expect(index).toContain('Restrito: informação pessoal');
    // Two of the sixty have no page; cover and index have some.
    expect(pdf.numPages).toBe(58 + (await pageOf('Despacho 1')) - 1);
  });

  it('says on a sheet which files are not pages or cannot be read, and goes on with the next', async () => {
    const { textOf, pageOf } = await opened(await gathered(pdfExport.write(someProcess(mixed()), exportParts(store, 'mixed'))));
    expect(await textOf(await pageOf('Respostas'))).toContain('Ele está na cópia do processo em ZIP');
    expect(await textOf(await pageOf('Quebrado'))).toContain('danificado');
    expect(await textOf(await pageOf('Último'))).toContain('Ultimo');
  });

  it('carries neither scripts nor actions over', async () => {
    const bytes = await gathered(pdfExport.write(someProcess(mixed()), exportParts(store, 'mixed')));
    const { pdf, textOf, pageOf } = await opened(bytes);
    expect(await textOf(await pageOf('Programado'))).toContain('Com programa');
    expect(await pdf.getJSActions()).toBeNull();
    expect(bytes.includes('JavaScript')).toBe(false);
  });

  it('goes on where it was killed, and gives the same bytes as if nothing had happened', async () => {
    const whole = await gathered(pdfExport.write(plainProcess(30), exportParts(store, 'undisturbed')));

    const program = join(import.meta.dirname, '../../test/pdf/killed-export.ts');
    await expect(promisify(execFile)(process.execPath, [program, database.url, 'killed', '30', '17'])).rejects.toMatchObject({ signal: 'SIGKILL' });

    const parts = exportParts(store, 'killed');
    expect(await parts.facts(0)).toBeDefined();
    const seen: number[] = [];
    const resumed = await gathered(pdfExport.write(plainProcess(30), parts, { onProgress: (done) => void seen.push(done) }));
    expect(seen[0]).toBeGreaterThanOrEqual(10);
    expect(seen.at(-1)).toBe(30);
    expect(createHash('sha256').update(resumed).digest('hex')).toBe(createHash('sha256').update(whole).digest('hex'));
  });

  it('leaves nothing in the store once its parts are removed, finished or not', async () => {
    const stop = new AbortController();
    const parts = exportParts(store, 'stopped');
    const onProgress = (done: number): void => done === 12 ? stop.abort(new Error('no longer wanted')) : undefined;
    await expect(gathered(pdfExport.write(plainProcess(20), parts, { onProgress, signal: stop.signal }))).rejects.toThrow('no longer wanted');
    expect(await parts.facts(0)).toBeDefined();
    for (const id of ['stopped', 'killed', 'undisturbed', 'mixed']) await exportParts(store, id).remove();
    expect(await database.connection.collection('fs.files').countDocuments()).toBe(0);
    expect(await database.connection.collection('fs.chunks').countDocuments()).toBe(0);
  });
});

describe('a whole process as a ZIP', () => {
  const names = (zip: Buffer): string[] => {
    const found: string[] = [];
    for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); at !== -1; at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
      found.push(zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString());
    }
    return found;
  };

  it('has every original under a safe name and an index that tells what is missing and why', async () => {
    const zip = await gathered(exportZip(someProcess(mixed())));
    expect(names(zip)).toHaveLength(59);
    expect(names(zip)).toEqual(expect.arrayContaining(['0001 - Despacho 1.pdf', '0053 - Foto.png', '0054 - Respostas.json', '0057 - .. .. Quebrado script.pdf', 'Índice.html']));
    const index = zip.toString();
    expect(index).toContain('Laudo <em>(Restrito: informação pessoal)</em>');
    expect(index).not.toContain('<script>');
  });

  it('is the same every time, and the store takes it for what it is', async () => {
    const [one, other] = [await gathered(exportZip(plainProcess(5))), await gathered(exportZip(plainProcess(5)))];
    expect(one.equals(other)).toBe(true);
    const stored = await store.write(exportZip(plainProcess(5)), { fileName: 'processo.zip', limitBytes: 1e9, accept: ['application/zip'] });
    expect(stored).toMatchObject({ mediaType: 'application/zip', size: one.length });
    await store.remove(stored.id);
  });

  it('stops when it is aborted', async () => {
    const stop = new AbortController();
    const onProgress = (): void => stop.abort(new Error('no longer wanted'));
    await expect(gathered(exportZip(plainProcess(9), { onProgress, signal: stop.signal }))).rejects.toThrow('no longer wanted');
  });
});
