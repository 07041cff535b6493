import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { readAll } from '@guiche/kit/files';
import { waitFor } from '@guiche/kit/testing';
import { intimationDesk } from './intimation-desk.ts';
import type { IntimationDesk, Issued } from './intimation-desk.ts';
import { aGrant } from './builders.ts';
import { clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

/** Words that stand in the documents alone, never in a title. */
const words = { principal: 'jacarandazeiro', annex: 'pitangueirinha' } as const;
type Part = keyof typeof words;
/** What one way to a document gives: its content, or why it does not; `listed` is what everybody may know of it. */
interface Shown {
  readonly listed: boolean;
  readonly content: boolean;
}

/**
 * The recipients (one fulfils early, one late), another party with an integral access, somebody without an account, the
 * public, and the staff, by every way there is to a document.
 */
describe('Scenario 10: content sealed until fulfilled', () => {
  let rig: Rig;
  let desk: IntimationDesk;
  let processId = '';
  let processNumber = '';
  let issued: Issued;
  const documents = {} as Record<Part, { id: string; number: string }>;
  const codes = {} as Record<Part, string>;
  const bytes = {} as Record<Part, Buffer>;
  const readers: Readonly<Record<string, TokenPrincipal | undefined>> = {
    early: person('early'), late: person('late'), 'other party': person('party'), interested: person('interested'), public: undefined, staff: clerk,
  };

  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    desk = await intimationDesk(rig);
    ({ id: processId, number: processNumber } = await desk.open());
    for (const part of ['principal', 'annex'] as const) {
      documents[part] = await desk.signed(processId, { title: `Despacho ${part}`, content: `<p>Sobre ${words[part]}.</p>` });
      const [row] = await desk.rows('documents', { _id: documents[part].id });
      codes[part] = (row?.['verification'] as { code: string }).code;
      bytes[part] = await readAll(rig.service.parts.files, (row?.['file'] as { id: string }).id, 1_000_000);
    }
    const grants = [
      aGrant({ id: 'party-grant', processId, purpose: 'VISTA', scope: 'INTEGRAL', documentIds: [], personId: 'party' }),
      aGrant({ id: 'early-vista', processId, purpose: 'VISTA', scope: 'INTEGRAL', documentIds: [], personId: 'early' }),
    ];
    for (const { id, ...grant } of grants) await rig.service.parts.connection.collection<{ _id: string }>('grants').insertOne({ _id: id, ...grant });
    await rig.service.parts.connection.collection<{ _id: string }>('processes').updateOne({ _id: processId }, { $set: { interestedPartyIds: ['interested'] } });
    await rig.indexed();
  });
  afterAll(() => rig.stop());

  const ask = async <Data>(who: string, query: string, variables: Record<string, unknown> = {}): Promise<Data | null> => (await rig.as(readers[who])<object>(query, variables)).data as Data | null;
  interface Node { id: string; title: string; content: string | null; file: { downloadUrl: string } | null; signedFile: object | null; withheld: { value: string; notice: { id: string } | null } | null }
  const fields = 'id title content file { downloadUrl } signedFile { sha256 } withheld { value notice { id } }';
  const ofNode = (node: Node | null | undefined): Shown => {
    const opened = [node?.content != null, node?.file != null, node?.signedFile != null];
    expect(new Set(opened).size).toBe(1);
    expect(node == null || (node.withheld === null) === (node.file !== null)).toBe(true);
    return { listed: node != null, content: node?.file != null };
  };
  const download = async (url: string | undefined): Promise<Buffer> =>
    Buffer.from(await (await fetch((url ?? '').replace('http://gateway.test/files/process', `${rig.service.url}/files`))).arrayBuffer());
  const exported = async (who: string, format: 'PDF' | 'ZIP', onlyPublic = false): Promise<Buffer | null> => {
    const asked = await ask<{ exportProcess: { export: { id: string } } }>(
      who, 'mutation($input: ExportProcessInput!) { exportProcess(input: $input) { export { id } } }', { input: { processId, format, onlyPublic } },
    );
    const id = asked?.exportProcess.export.id;
    if (id === undefined) return null;
    await waitFor(async () => (await desk.rows('exports', { _id: id, state: 'DONE' })).length === 1, { describe: async () => `the export of ${who} ${JSON.stringify(await desk.rows('jobs', { kind: 'write-export' }))}`, timeoutMs: 20_000 });
    const done = await ask<{ processExport: { file: { downloadUrl: string } | null } }>(who, 'query($id: ID!) { processExport(id: $id) { file { downloadUrl } } }', { id });
    return download(done?.processExport.file?.downloadUrl);
  };
  const searching = `query($search: PublicSearchInput!) { publicSearch(municipalityId: "campinas", search: $search) { edges { node { documentNumber title snippet { text } } } summary { count } } }`;

  /** The ways of everybody who sees the process to one of its documents. */
  const ways: Record<string, (who: string, part: Part) => Promise<Shown>> = {
    async list(who, part) {
      const data = await ask<{ process: { documents: { edges: { node: Node }[] } } | null }>(who, `query($id: ID!) { process(id: $id) { documents { edges { node { ${fields} } } } } }`, { id: processId });
      return ofNode(data?.process?.documents.edges.find(({ node }) => node.id === documents[part].id)?.node);
    },
    async reference(who, part) {
      const refs = [{ __typename: 'Document', id: documents[part].id, bonds: [], state: 'SIGNED' }];
      const data = await ask<{ _entities: (Node | null)[] }>(who, `query($refs: [_Any!]!) { _entities(representations: $refs) { ... on Document { ${fields} } } }`, { refs });
      return ofNode(data?._entities[0]);
    },
  };
  /** What each of them gets by each way. */
  const seen = async (who: string): Promise<string> => {
    const parts = await Promise.all((['principal', 'annex'] as const).flatMap((part) => Object.values(ways).map((way) => way(who, part))));
    return [...new Set(parts.map(({ listed, content }) => (content ? 'content' : listed ? 'listed' : 'nothing')))].join();
  };
  /** The public's ways, also for those who are logged in. */
  const publicly = async (): Promise<Record<string, unknown>> => {
    const page = await ask<{ publicProcess: { documents: { edges: { node: { number: string; withheld: boolean; title: string | null; file: object | null } }[] } } }>(
      'staff', 'query($n: ProcessNumber!) { publicProcess(municipalityId: "campinas", number: $n) { documents { edges { node { number withheld title file { sha256 } } } } } }', { n: processNumber },
    );
    const result: Record<string, unknown> = {};
    for (const part of ['principal', 'annex'] as const) {
      const listed = page?.publicProcess.documents.edges.find(({ node }) => node.number === documents[part].number)?.node;
      const found = await ask<{ publicSearch: { edges: { node: { snippet: { text: string }[] } }[]; summary: { count: number } } }>('late', searching, { search: { text: words[part] } });
      const byNumber = await ask<{ publicSearch: { summary: { count: number } } }>('late', searching, { search: { text: documents[part].number } });
      const verified = await ask<{ documentVerification: { public: boolean; file: object | null } }>('public', 'query($code: String!) { documentVerification(code: $code) { public file { sha256 } } }', { code: codes[part] });
      result[part] = {
        page: [listed?.withheld, listed?.title === null, listed?.file !== null],
        search: [found?.publicSearch.edges.length, found?.publicSearch.summary.count, JSON.stringify(found).includes(words[part])],
        byNumber: byNumber?.publicSearch.summary.count,
        verification: [verified?.documentVerification.public, verified?.documentVerification.file !== null],
      };
    }
    return result;
  };
  const sealed = { page: [true, true, false], search: [0, 0, false], byNumber: 1, verification: [false, false] };
  const open = { page: [false, false, true], search: [1, 1, true], byNumber: 1, verification: [true, true] };
  const pages = async (who: string): Promise<number> => (await PDFDocument.load((await exported(who, 'PDF')) ?? Buffer.alloc(0))).getPageCount();
  const entries = async (who: string, onlyPublic = false): Promise<string[]> => {
    const zip = await exported(who, 'ZIP', onlyPublic);
    return (['principal', 'annex'] as const).filter((part) => zip?.includes(bytes[part]) === true);
  };

  it('Given a public document that everybody reads', async () => {
    expect(await publicly()).toEqual({ principal: open, annex: open });
    for (const who of ['other party', 'interested', 'staff']) expect([who, await seen(who)]).toEqual([who, 'content']);
  });

  it('under a pending intimation, Then public search, API and recipient download refuse content but list the protocol', async () => {
    issued = await desk.order({ processId, documentId: documents.principal.id, annexIds: [documents.annex.id], recipients: ['early', 'late'] });
    await rig.indexed();
    for (const who of ['early', 'late', 'other party', 'interested']) expect([who, await seen(who)]).toEqual([who, 'listed']);
    expect(await seen('public')).toBe('nothing');
    expect(await seen('staff')).toBe('content');
    expect(await publicly()).toEqual({ principal: sealed, annex: sealed });
  });

  it('tells a recipient, and nobody else, which notice to confirm', async () => {
    const withheld = async (who: string) => {
      const data = await ask<{ process: { documents: { edges: { node: Node }[] } } }>(who, `query($id: ID!) { process(id: $id) { documents { edges { node { ${fields} } } } } }`, { id: processId });
      return data?.process.documents.edges.map(({ node }) => node.withheld);
    };
    const mine = { value: 'NOTICE_NOT_CONFIRMED', notice: { id: issued.notices['early'] } };
    expect(await withheld('early')).toEqual([mine, mine]);
    expect(await withheld('other party')).toEqual([{ value: 'SEALED', notice: null }, { value: 'SEALED', notice: null }]);
    expect(await withheld('staff')).toEqual([null, null]);
  });

  it('keeps the content out of copies of the whole process', async () => {
    expect(await entries('early')).toEqual([]);
    expect(await entries('other party')).toEqual([]);
    expect(await entries('staff')).toEqual(['principal', 'annex']);
    expect(await entries('staff', true)).toEqual([]);
    expect(await pages('late')).toBeLessThan(await pages('staff'));
  });

  it('opens it to the recipient who has fulfilled, and to nobody else while others are pending', async () => {
    await desk.fulfil(issued, 'early', { kind: 'CONSULTATION', on: '2026-03-09' });
    await rig.indexed();
    expect(await seen('early')).toBe('content');
    for (const who of ['late', 'other party', 'interested']) expect([who, await seen(who)]).toEqual([who, 'listed']);
    expect(await publicly()).toEqual({ principal: sealed, annex: sealed });
    expect(await entries('early')).toEqual(['principal', 'annex']);
    expect(await entries('other party')).toEqual([]);
  });

  it('after all recipients fulfilled, it is public', async () => {
    await desk.fulfil(issued, 'late', { kind: 'TACIT', on: '2026-03-18' });
    await rig.indexed();
    for (const who of ['early', 'late', 'other party', 'interested', 'staff']) expect([who, await seen(who)]).toEqual([who, 'content']);
    expect(await publicly()).toEqual({ principal: open, annex: open });
    expect(await desk.refusals(processId, documents.annex.id)).toMatchObject({ cancel: { code: 'DOCUMENT_OF_INTIMATION', number: issued.number } });
  });

  it('a copy made before the seal is not given after it, nor an address of the file', async () => {
    await desk.does(clerk, 'resumeProcess', { processId, unitId });
    const later = await desk.signed(processId, { title: 'Despacho posterior' });
    const asked = await ask<{ exportProcess: { export: { id: string } } }>(
      'other party', 'mutation($input: ExportProcessInput!) { exportProcess(input: $input) { export { id } } }', { input: { processId, format: 'ZIP' } },
    );
    const id = asked?.exportProcess.export.id ?? '';
    await waitFor(async () => (await desk.rows('exports', { _id: id, state: 'DONE' })).length === 1, { describe: 'the copy', timeoutMs: 60_000 });
    await desk.order({ processId, documentId: later.id, recipients: ['late'] });
    const shown = await ask<{ processExport: { file: object | null; obstacle: { value: string } | null } }>(
      'other party', 'query($id: ID!) { processExport(id: $id) { file { downloadUrl } obstacle { value } } }', { id },
    );
    expect(shown?.processExport).toEqual({ file: null, obstacle: { value: 'ACCESS_CHANGED' } });
  });

  it('is open in the unit all the time', async () => {
    expect(await ask('staff', `query($unit: ID!) { unitProcesses(unitId: $unit) { edges { node { process { number } } } } }`, { unit: unitId })).toMatchObject({
      unitProcesses: { edges: [{ node: { process: { number: processNumber } } }] },
    });
  });
});
