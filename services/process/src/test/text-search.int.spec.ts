import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import { paper } from './petitioner.ts';
import { clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

interface Shown {
  readonly title: string;
  readonly file: { readonly downloadUrl: string } | null;
  readonly textSearch: { readonly value: string; readonly label: string } | null;
}
const query = 'query($id: ID!) { process(id: $id) { documents { edges { node { title file { downloadUrl } textSearch { value label } } } } } }';

describe('the text of a document', () => {
  let rig: Rig;
  let processId = '';
  beforeAll(async () => {
    rig = await startRig();
    await rig.prepareCity();
    // The papers of this accreditation begin like a PDF and are none.
    ({ processId } = await rig.accredit('t-broken', 'ana'));
  });
  afterAll(() => rig.stop());

  const shown = async (as = clerk): Promise<Map<string, Shown>> => {
    const { data } = await rig.as(as)<{ process: { documents: { edges: { node: Shown }[] } } }>(query, { id: processId });
    return new Map(data?.process.documents.edges.map(({ node }) => [node.title, node]));
  };
  const includes = async (title: string, bytes: Uint8Array) => {
    const uploadId = await rig.upload(clerk, bytes);
    const { errors } = await rig.as(clerk)('mutation($input: IncludeFileInput!) { includeFile(input: $input) { replayed } }', {
      input: { processId, unitId, typeKey: 'anexo', title, uploadId },
    });
    expect(errors).toEqual([]);
  };
  const broken = async (): Promise<number> => {
    const text = await (await fetch(`${rig.service.url}/metrics`)).text();
    return Number(/^guiche_text_extractions_total\{[^}]*result="broken"[^}]*\} (\d+)$/m.exec(text)?.[1] ?? 0);
  };

  it('is searchable, or marked as what keeps it from being so; the document is read all the same', async () => {
    const scan = await PDFDocument.create();
    scan.addPage();
    await includes('Digitalizado', await scan.save());
    await includes('Laudo', await paper());
    await rig.indexed();
    for (const reader of [clerk, person('ana')]) {
      const found = await shown(reader);
      const [papers] = [[...found.values()].filter(({ title }) => title.startsWith('Comprovante') || title.startsWith('Documento oficial'))];
      expect(papers.map(({ textSearch, file }) => [textSearch?.value, file !== null])).toEqual([['BROKEN', true], ['BROKEN', true]]);
    }
    const found = await shown();
    expect(found.get('Laudo')?.textSearch).toEqual({ value: 'SEARCHABLE', label: 'Texto pesquisável' });
    expect(found.get('Digitalizado')?.textSearch?.value).toBe('NO_TEXT');
  });

  it('is looked for once in each file, whatever is indexed again; a metric counts what has none', async () => {
    await rig.indexed();
    const before = await broken();
    expect(before).toBeGreaterThanOrEqual(2);
    const { connection } = rig.service.parts;
    const versions = async () => (await connection.collection('search_sources').find().toArray()).reduce((sum, { version }) => sum + Number(version), 0);
    const indexed = await versions();
    const process = await connection.collection<{ _id: string; version: number }>('processes').findOne({ _id: processId });
    const input = { processId, unitId, accessLevel: 'RESTRICTED', legalHypothesis: 'documento-preparatorio', expectedVersion: process?.version };
    expect((await rig.as(clerk)('mutation($input: UpdateProcessInput!) { updateProcess(input: $input) { replayed } }', { input })).errors).toEqual([]);
    await waitFor(async () => (await versions()) > indexed + 3, { describe: 'all documents indexed again', timeoutMs: 30_000 });
    await rig.indexed();
    expect(await broken()).toBe(before);
  });
});
