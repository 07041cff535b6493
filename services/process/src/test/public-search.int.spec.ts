import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { solveChallenge } from 'altcha-lib';
import type { Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { waitFor } from '@guiche/kit/testing';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import { administrator, clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

const open = 'mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { id number } } }';
const include = 'mutation($input: IncludeFileInput!) { includeFile(input: $input) { document { id number } } }';
const cancel = 'mutation($input: CancelDocumentInput!) { cancelDocument(input: $input) { document { id } } }';
const configure = `mutation($input: ConfigurePublicSearchInput!) { configurePublicSearch(input: $input) {
  replayed settings { municipality { id } contentSince movementKinds }
} }`;
const search = `query($municipalityId: ID! = "campinas", $search: PublicSearchInput!, $proof: String) {
  publicSearch(municipalityId: $municipalityId, search: $search, proof: $proof) {
    edges { node { link kind processNumber processType documentNumber documentType title parties unit { id } date withheld legalHypothesis
      snippet { text matched } } }
    summary { count atLeast kinds { key count } }
  }
}`;
const processFields = `link number type specification withheld legalHypothesis openedOn unit { id }
  documents { edges { node { link number title withheld legalHypothesis file { sha256 downloadUrl } } } }
  movements { edges { node { description unit { id } } } }`;
const byNumber = `query($number: ProcessNumber!, $proof: String) { publicProcess(municipalityId: "campinas", number: $number, proof: $proof) { ${processFields} } }`;
const byLink = `query($link: String!) { publicLink(link: $link) {
  ... on PublicProcess { ${processFields} }
  ... on PublicDocument { documentNumber: number documentTitle: title documentWithheld: withheld file { sha256 } }
} }`;

interface Found {
  readonly publicSearch: { edges: { node: { link: string; documentNumber: string | null; processNumber: string; title: string | null; withheld: boolean; snippet: { text: string }[] } }[]; summary: { count: number } };
}

const codeOf = ({ errors }: GraphqlAnswer<unknown>): unknown => errors[0]?.extensions?.['code'];

async function pdf(text: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawText(text, { size: 11, x: 40, y: 700 });
  return document.save();
}

describe('public search', () => {
  let rig: Rig;
  let proof = '';
  const ids: Record<string, { id: string; number: string }> = {};
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    await rig.prepareCity();
    await opened('public', { specification: 'Poda de figueira na praça' });
    await opened('restricted', { specification: 'Benefício do morador', accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal' });
    await opened('secret', { specification: 'Apuração sigilosa', typeKey: 'disciplinary', accessLevel: 'SECRET', legalHypothesis: 'procedimento-disciplinar' });
    await included('report', 'public', 'Laudo da figueira', 'A figueira centenária caiu. Morador: CPF 529.982.247-25, ana@exemplo.test');
    await included('bill', 'public', 'Conta de Ana', 'consumo de água atrasado', { accessLevel: 'RESTRICTED', legalHypothesis: 'sigilo-fiscal' });
    await included('income', 'restricted', 'Renda do morador', 'renda familiar insuficiente');
    await rig.indexed();
    proof = await solve();
  });
  afterAll(() => rig.stop());

  async function opened(name: string, change: object): Promise<void> {
    const input = { unitId, typeKey: 'general-request', accessLevel: 'PUBLIC', ...change };
    const answer = await rig.as(clerk)<{ openProcess: { process: { id: string; number: string } } }>(open, { input });
    ids[name] = answer.data?.openProcess.process ?? unexpected(answer);
  }

  async function included(name: string, process: string, title: string, text: string, change: object = {}): Promise<void> {
    rig.clock.advance({ seconds: 1 });
    const uploadId = await rig.upload(clerk, await pdf(text));
    const input = { processId: ids[process]?.id, unitId, typeKey: 'comprovante', title, uploadId, ...change };
    const answer = await rig.as(clerk)<{ includeFile: { document: { id: string; number: string } } }>(include, { input });
    ids[name] = answer.data?.includeFile.document ?? unexpected(answer);
  }

  async function solve(): Promise<string> {
    const answer = await rig.as()<{ publicSearchChallenge: { challenge: string } }>('{ publicSearchChallenge { challenge } }');
    const challenge = JSON.parse(answer.data?.publicSearchChallenge.challenge ?? '') as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  }

  const searching = async (asked: object) => {
    const answer = await rig.as()<Found>(search, { search: asked, proof });
    return answer.data?.publicSearch ?? unexpected(answer);
  };
  const numbersFound = async (asked: object) =>
    (await searching(asked)).edges.map(({ node }) => node.documentNumber ?? node.processNumber).sort();
  const numberOf = (name: string): string => ids[name]?.number ?? '';

  it('finds content by its words, and shows it without personal data (PS-01, LW-03)', async () => {
    const { edges } = await searching({ text: 'FIGUEIRAS centenaria' });
    expect(edges).toMatchObject([{ node: {
      kind: 'EXTERNAL_DOCUMENT', documentNumber: numberOf('report'), processNumber: numberOf('public'), documentType: 'Comprovante',
      title: 'Laudo da figueira', unit: { id: unitId }, date: '2026-03-06', withheld: false, legalHypothesis: null,
    } }]);
    const snippet = edges[0]?.node.snippet.map(({ text }) => text).join('') ?? '';
    expect(snippet).toContain('A figueira centenária caiu');
    expect(snippet).not.toMatch(/529|ana@/);
    for (const text of ['529.982.247-25', '52998224725', 'ana@exemplo.test', '"982 247"']) expect(await numbersFound({ text })).toEqual([]);
  });

  it('finds a process by its number in any formatting (PT-20)', async () => {
    expect(await numbersFound({ text: numberOf('public').toLowerCase().replace(/\W/g, ' ') })).toEqual([numberOf('public')]);
    expect(await numbersFound({ text: numberOf('report') })).toEqual([numberOf('report')]);
    expect((await searching({ text: numberOf('report') })).summary).toEqual({ count: 1, atLeast: false, kinds: [{ key: 'EXTERNAL_DOCUMENT', count: 1 }] });
  });

  it('narrows by place, unit, type and date, and counts what it shows', async () => {
    expect(await numbersFound({ text: 'figueira', kinds: ['PROCESS'] })).toEqual([numberOf('public')]);
    expect(await numbersFound({ text: 'figueira', until: '2026-03-05' })).toEqual([]);
    expect(await numbersFound({ text: 'figueira', unitId: 'another' })).toEqual([]);
    expect((await searching({ text: 'figueira' })).summary).toEqual({
      count: 2, atLeast: false, kinds: expect.arrayContaining([{ key: 'PROCESS', count: 1 }, { key: 'EXTERNAL_DOCUMENT', count: 1 }]),
    });
  });

  it.each(['água', 'atrasado', 'conta de ana', 'renda', 'insuficiente', 'benefício', 'sigilosa', 'apuração', '"renda familiar"'])(
    'nobody learns by %j what is restricted or secret (PS-02)',
    async (text) => {
      expect(await searching({ text })).toMatchObject({ edges: [], summary: { count: 0 } });
    },
  );

  it('lists that something restricted exists, and why it is withheld; of what is secret nothing (PS-03)', async () => {
    const found = await searching({ kinds: ['PROCESS'] });
    const restricted = found.edges.find(({ node }) => node.processNumber === numberOf('restricted'));
    expect(restricted?.node).toMatchObject({ title: null, withheld: true, parties: [], snippet: [], legalHypothesis: expect.stringContaining('Informação Pessoal') });
    expect(JSON.stringify(found)).not.toContain(numberOf('secret'));
    expect(found.summary.count).toBe(2);
  });

  it('shows a process with its documents and history; content where it is open, existence where it is not (PS-03, PS-04)', async () => {
    const answer = await rig.as()(byNumber, { number: numberOf('public'), proof });
    expect(answer.data).toMatchObject({ publicProcess: {
      specification: 'Poda de figueira na praça', withheld: false, openedOn: '2026-03-06',
      documents: { edges: [
        { node: { number: numberOf('report'), title: 'Laudo da figueira', withheld: false, file: { sha256: expect.any(String) } } },
        { node: { number: numberOf('bill'), title: null, withheld: true, legalHypothesis: expect.any(String), file: null } },
      ] },
      movements: { edges: [{ node: { description: 'Processo autuado' } }, { node: { description: 'Incluído documento' } }, { node: { description: 'Incluído documento' } }] },
    } });
    const restricted = await rig.as()(byNumber, { number: numberOf('restricted'), proof });
    expect(restricted.data).toMatchObject({ publicProcess: { specification: null, withheld: true, documents: { edges: [{ node: { title: null, file: null } }] } } });
    expect(JSON.stringify(restricted)).not.toMatch(/morador|renda/i);
    expect((await rig.as()(byNumber, { number: numberOf('secret'), proof })).data).toEqual({ publicProcess: null });
  });

  it('gives content to whoever asks for its address', async () => {
    const answer = await rig.as()<{ publicProcess: { documents: { edges: { node: { file: { downloadUrl: string } | null } }[] } } }>(byNumber, { number: numberOf('public'), proof });
    const url = answer.data?.publicProcess.documents.edges[0]?.node.file?.downloadUrl ?? '';
    const file = await fetch(url.replace('http://gateway.test/files/process', `${rig.service.url}/files`));
    expect(file.status).toBe(200);
    await file.body?.cancel();
  });

  it('has permanent links, which nobody can make up and which show what is public then', async () => {
    const [first] = (await searching({ text: 'centenária' })).edges;
    const link = first?.node.link ?? '';
    expect((await rig.as()(byLink, { link })).data).toMatchObject({ publicLink: { documentNumber: numberOf('report'), documentWithheld: false } });
    expect((await rig.as()(byLink, { link: `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}` })).data).toEqual({ publicLink: null });
  });

  it('wants a solved puzzle of strangers, good for so many readings, and none of people who are logged in', async () => {
    expect(codeOf(await rig.as()(search, { search: { text: 'figueira' } }))).toBe('PUBLIC_SEARCH_PROOF_REQUIRED');
    expect(codeOf(await rig.as()(search, { search: { text: 'figueira' }, proof: 'made up' }))).toBe('PUBLIC_SEARCH_PROOF_INVALID');
    expect(codeOf(await rig.as(person('ana'))(search, { search: { text: 'figueira' } }))).toBeUndefined();
    const used = await solve();
    const codes = await Promise.all(Array.from({ length: 130 }, () => rig.as()(byNumber, { number: numberOf('public'), proof: used }).then(codeOf)));
    expect(codes.filter((code) => code === undefined).length).toBeLessThanOrEqual(101);
    expect(codes).toContain('PUBLIC_SEARCH_PROOF_INVALID');
  });

  it('is open to apps by the scope for reading in bulk only', async () => {
    const app = (scopes: string[]) => rig.as({ kind: 'app', appId: 'app', municipalityId: 'campinas', scopes })(search, { search: { text: 'figueira' } });
    expect(codeOf(await app(['process:read']))).toBe('MISSING_SCOPE');
    expect(codeOf(await app(['search:bulk']))).toBeUndefined();
  });

  it.each([
    ['stop words only', { text: 'de para' }, 'SEARCH_EMPTY'],
    ['nothing', {}, 'SEARCH_EMPTY'],
    ['too many words', { text: 'árvore praça '.repeat(10) }, 'SEARCH_TOO_LONG'],
    ['a text without end', { text: 'x'.repeat(301) }, 'INVALID_INPUT'],
    ['control characters', { text: 'figueira\u0000' }, 'INVALID_INPUT'],
    ['an operator', { text: '{"$gt":""}' }, undefined],
    ['an expression', { text: '".* (figueira+)+$"' }, undefined],
  ])('answers a search of %s with what to do, never with a fault', async (_what, asked, code) => {
    expect(codeOf(await rig.as()(search, { search: asked, proof }))).toBe(code);
  });

  it('PS-02: content before the cut-off date is not found by its words, only by its number; cities show the history they choose', async () => {
    const set = (input: object) => rig.as(administrator)(configure, { input: { municipalityId: 'campinas', ...input } });
    expect(codeOf(await set({ movementKinds: ['CREDENTIAL_GRANTED'] }))).toBe('MOVEMENT_KIND_NOT_PUBLIC');
    expect(codeOf(await rig.as(clerk)(configure, { input: { municipalityId: 'campinas' } }))).toBe('MUNICIPALITY_NOT_FOUND');
    expect((await set({ contentSince: '2026-03-07', movementKinds: ['PROCESS_OPENED'] })).data).toMatchObject({
      configurePublicSearch: { settings: { contentSince: '2026-03-07', movementKinds: ['PROCESS_OPENED'] } },
    });
    expect(await numbersFound({ text: 'centenária' })).toEqual([]);
    expect((await searching({ text: numberOf('report') })).edges).toMatchObject([{ node: { title: null, withheld: true, snippet: [] } }]);
    expect((await rig.as()(byNumber, { number: numberOf('public'), proof })).data).toMatchObject({
      publicProcess: { documents: { edges: [{ node: { withheld: true, file: null } }, {}] }, movements: { edges: [{ node: { description: 'Processo autuado' } }] } },
    });
    await set({});
    expect(await numbersFound({ text: 'centenária' })).toEqual([numberOf('report')]);
  });

  it('PS-05: tells basic data by body, year and number to whoever is logged in, without documents, and logs it', async () => {
    const basic = `query($body: String! = "PMC", $number: Int!) { basicProcess(municipalityId: "campinas", body: $body, year: 2026, number: $number) {
      number type specification withheld legalHypothesis openedOn state { value } unit { id } openUnits { id }
    } }`;
    const asked = async (number: number, body = 'pmc') => (await rig.as(person('ana'))(basic, { number, body })).data;
    expect(await asked(1)).toMatchObject({ basicProcess: { number: numberOf('public'), specification: 'Poda de figueira na praça', state: { value: 'NORMAL' }, openUnits: [{ id: unitId }] } });
    expect(await asked(2)).toMatchObject({ basicProcess: { number: numberOf('restricted'), specification: null, withheld: true } });
    expect(await asked(3)).toEqual({ basicProcess: null });
    expect(await asked(1, 'SEMAE')).toEqual({ basicProcess: null });
    expect(codeOf(await rig.as()(basic, { number: 1 }))).toBe('UNAUTHENTICATED');
    const log = rig.service.parts.connection.collection('read_log');
    await waitFor(async () => (await log.countDocuments({ part: 'BASIC_DATA', reader: /ana/ })) > 0, { describe: 'the log of the reading' });
  });

  it('forgets the content of a document that is cancelled, also before the index knows', async () => {
    rig.clock.advance({ seconds: 1 });
    await rig.as(clerk)(cancel, { input: { documentId: ids['report']?.id, unitId, reason: 'Incluído por engano' } });
    for (const { node } of (await searching({ text: 'centenária' })).edges) expect(node).toMatchObject({ title: null, snippet: [], withheld: true });
    await rig.indexed();
    expect(await numbersFound({ text: 'centenária' })).toEqual([]);
    expect((await searching({ text: numberOf('report') })).edges).toMatchObject([{ node: { withheld: true, title: null } }]);
  });
});

function unexpected(answer: GraphqlAnswer<unknown>): never {
  throw new Error(JSON.stringify(answer.errors));
}
