import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { waitFor } from '@guiche/kit/testing';
import { administrator, clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { clerkOfSaj, saj, secondClerk, unitDesk } from './unit-desk.ts';
import type { UnitDesk } from './unit-desk.ts';

const fields = `id number type title state { value } origin { value } accessLevel { value } content version file { mediaType sha256 }
  signatures { signerName } versions { edges { node { version content by { __typename } } } }`;
const write = `mutation($input: WriteDocumentInput!) { writeDocument(input: $input) { replayed document { ${fields} } } }`;
const edit = `mutation($input: EditDocumentInput!) { editDocument(input: $input) { document { ${fields} } } }`;
const configure = 'mutation($input: ConfigureDocumentTypeInput!) { configureDocumentType(input: $input) { documentType { template version } } }';

interface Shown {
  readonly id: string; readonly number: string; readonly title: string; readonly state: { value: string }; readonly content: string | null; readonly version: number;
  readonly accessLevel: { value: string }; readonly file: { mediaType: string; sha256: string } | null;
  readonly versions: { edges: { node: { version: number; content: string } }[] } | null;
}

describe('a document written in the editor', () => {
  let rig: Rig;
  let desk: UnitDesk;
  let processId = '';
  let processNumber = '';
  beforeAll(async () => {
    rig = await startRig();
    desk = await unitDesk(rig);
  });
  afterAll(() => rig.stop());
  beforeEach(async () => {
    ({ id: processId, number: processNumber } = await desk.open());
  });

  const send = async (mutation: string, name: string, input: object, as: TokenPrincipal = clerk) => {
    rig.clock.advance({ seconds: 1 });
    const { data, errors } = await rig.as(as)<Record<string, { replayed?: boolean; document: Shown }>>(mutation, { input });
    const extensions = (errors[0]?.extensions ?? {}) as { code?: string; fields?: { path: string; code: string }[] };
    return { document: data?.[name]?.document, replayed: data?.[name]?.replayed, code: extensions.code, fields: extensions.fields };
  };
  const writing = (change: object = {}, as?: TokenPrincipal) =>
    send(write, 'writeDocument', { processId, unitId, typeKey: 'despacho', title: 'Despacho 1', content: '<p>Defiro.</p>', ...change }, as);
  const editing = (documentId: string, change: object, as?: TokenPrincipal) =>
    send(edit, 'editDocument', { documentId, unitId, content: '<p>Indefiro.</p>', expectedVersion: 1, ...change }, as);
  const written = async (change: object = {}): Promise<Shown> => {
    const { document, code } = await writing(change);
    if (document === undefined) throw new Error(String(code));
    return document;
  };
  const shownTo = async (as: TokenPrincipal, id: string): Promise<Shown | undefined> => {
    const answer = await rig.as(as)<{ process: { documents: { edges: { node: Shown }[] } } | null }>(
      `query($id: ID!) { process(id: $id) { documents { edges { node { ${fields} } } } } }`,
      { id: processId },
    );
    return answer.data?.process?.documents.edges.map(({ node }) => node).find((node) => node.id === id);
  };
  const fakeSignature = (id: string) =>
    rig.service.parts.connection.collection<{ _id: string }>('documents').updateOne({ _id: id }, {
      $set: {
        state: 'SIGNED', verification: { code: id, crc: '0' }, signedFile: { id: 'a'.repeat(24), fileName: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'a' },
        signatures: [{ kind: 'SIGNATURE', signerKind: 'staff', signerId: 'clerk', signerName: 'Caio', role: 'Diretor', signedAt: rig.clock.now(), sha256: 'a', method: 'SYSTEM_PASSWORD', level: 'SIMPLE', authorizationId: 'x' }],
      },
    });

  it('is a draft with a number, a PDF, and the text as a document may have it, for its unit alone', async () => {
    const { document } = await writing({ content: '<p style="font-family: Comic Sans">Defiro.</p><!-- x -->' });
    expect(document).toMatchObject({
      number: expect.stringMatching(/^\d+$/), type: 'Despacho', title: 'Despacho 1', state: { value: 'DRAFT' }, origin: { value: 'BORN_DIGITAL' },
      accessLevel: { value: 'PUBLIC' }, content: '<p>Defiro.</p>', version: 1, file: { mediaType: 'application/pdf' },
      versions: { edges: [{ node: { version: 1, content: '<p>Defiro.</p>', by: { __typename: 'StaffMember' } } }] },
    });
    await desk.does(clerk, 'sendProcess', { processId, unitId, toUnitIds: [saj], keepOpen: true });
    expect(await shownTo(secondClerk, document?.id ?? '')).toMatchObject({ content: '<p>Defiro.</p>' });
    expect(await shownTo(clerkOfSaj, document?.id ?? '')).toBeUndefined();
    expect(await desk.movementsOf(processId)).toContain(`Elaborada a minuta do documento ${document?.number ?? ''}`);
  });

  it('begins empty in a type without a template, and may be emptied again', async () => {
    const { id, version, content } = await written({ typeKey: 'oficio', content: null });
    expect(content).toBe('');
    expect(await editing(id, { expectedVersion: version })).toMatchObject({ code: undefined, document: { content: '<p>Indefiro.</p>' } });
    expect(await editing(id, { expectedVersion: version + 1, content: '' })).toMatchObject({ code: undefined, document: { content: '' } });
  });

  it('takes as much text as a document may have, and says what is too much of it', async () => {
    const { code, fields: problems } = await writing({ content: `<p>${'x '.repeat(2 * 1024 * 1024)}</p>` });
    expect([code, problems]).toMatchObject(['INVALID_INPUT', [{ path: 'content', code: 'CONTENT_TOO_LARGE' }]]);
  });

  it('starts from the template of its type, with blanks where nothing is known yet', async () => {
    await rig.as(administrator)(configure, {
      input: {
        municipalityId: 'campinas', key: 'oficio', name: 'Ofício', makings: ['EDITOR'],
        template: '<p>Processo {{numero_do_processo}}, {{tipo_do_documento}} da unidade {{sigla_da_unidade}}.</p><p>{{local_e_data}}</p><p>{{nome_do_assinante}}</p>',
      },
    });
    const { content } = await written({ typeKey: 'oficio', content: null });
    expect(content).toContain(`<p>Processo ${processNumber}, Ofício da unidade PG.</p>`);
    expect(content).toMatch(/<p>Campinas, \d\d de [a-zç]+ de \d{4}<\/p>\n<p>\[Nome de quem assina\]<\/p>/);
  });

  it('has no template with variables that nobody can fill, or with what a document may not have', async () => {
    const template = '<p>{{cpf_do_prefeito}} {{ano</p><script>x()</script>';
    const type = { municipalityId: 'campinas', key: 'oficio', name: 'Ofício', makings: ['EDITOR'], template };
    const preview = 'query($template: String!) { previewTemplate(municipalityId: "campinas", template: $template) { content variables { name } } }';
    const [configured, previewed] = [await rig.as(administrator)(configure, { input: type }), await rig.as(administrator)(preview, { template })];
    for (const { errors } of [configured, previewed]) {
      const { fields: problems } = (errors[0]?.extensions ?? {}) as { fields?: { path: string; code: string }[] };
      expect(problems).toEqual([
        expect.objectContaining({ path: 'template', code: 'SCRIPT_FORBIDDEN' }),
        expect.objectContaining({ path: 'template', code: 'VARIABLE_UNKNOWN' }),
        expect.objectContaining({ path: 'template', code: 'VARIABLE_MALFORMED' }),
      ]);
    }
    expect((await rig.as(administrator)(preview, { template: '<p>{{ano}}</p>' })).data).toMatchObject({
      previewTemplate: { content: '<p>[Ano do documento]</p>', variables: expect.arrayContaining([{ name: 'ano' }]) },
    });
  });

  it('names everything that is wrong with it at once, and takes no number for it', async () => {
    const before = await rig.service.parts.connection.collection('documents').countDocuments();
    const { code, fields: problems } = await writing({ title: '', content: '<p onclick="x()">a</p><img src="https://x.example/a.png"><p style="display:none">b</p>' });
    expect(code).toBe('INVALID_INPUT');
    expect(problems?.map((problem) => [problem.path, problem.code])).toEqual(
      expect.arrayContaining([['title', 'REQUIRED'], ['content', 'SCRIPT_FORBIDDEN'], ['content', 'IMAGE_EXTERNAL'], ['content', 'TEXT_HIDDEN']]),
    );
    expect(await rig.service.parts.connection.collection('documents').countDocuments()).toBe(before);
  });

  it('is refused in a type made by upload, without a hypothesis when restricted, and where the process is not open', async () => {
    expect((await writing({ typeKey: 'comprovante' })).code).toBe('DOCUMENT_TYPE_UNKNOWN');
    expect((await writing({ accessLevel: 'RESTRICTED' })).code).toBe('LEGAL_HYPOTHESIS_REQUIRED');
    expect((await writing({ unitId: saj }, clerkOfSaj)).code).toBe('PROCESS_NOT_FOUND');
    expect((await writing({}, person('ana'))).code).toBe('PROCESS_NOT_FOUND');
    await desk.does(clerk, 'suspendProcess', { processId, unitId, reason: 'Aguarda' });
    expect((await writing()).code).toBe('PROCESS_SUSPENDED');
  });

  it('restricts its process no less than itself, and is written once for the same key (PR-02)', async () => {
    const input = { accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal', idempotencyKey: `k-${processId}` };
    const [one, two] = [await writing(input), await writing(input)];
    expect([two.document?.id, two.replayed]).toEqual([one.document?.id, true]);
    const process = await rig.service.parts.connection.collection<{ _id: string; globalLevel: string }>('processes').findOne({ _id: processId });
    expect(process?.globalLevel).toBe('RESTRICTED');
  });

  it('keeps every version when it is written anew, and loses nothing when two tabs do so at once', async () => {
    const { id } = await written();
    const answers = await Promise.all([editing(id, { content: '<p>A</p>' }), editing(id, { content: '<p>B</p>' })]);
    expect(answers.map(({ code }) => code).sort()).toEqual(['STALE_VERSION', undefined]);
    const kept = answers.find(({ document }) => document !== undefined)?.document;
    expect((await editing(id, { content: '<p>C</p>', title: 'Despacho 2', expectedVersion: 2 })).document).toMatchObject({
      title: 'Despacho 2', content: '<p>C</p>', version: 3,
      versions: { edges: [{ node: { version: 3, content: '<p>C</p>' } }, { node: { version: 2, content: kept?.content } }, { node: { version: 1, content: '<p>Defiro.</p>' } }] },
    });
  });

  it('goes to search with its words as they were written, without its PDF being taken apart', async () => {
    const { id } = await written({ content: '<p>Autorizo a <b>poda</b> do jacarandá.</p>' });
    const sources = rig.service.parts.connection.collection<{ _id: string }>('search_sources');
    rig.service.wake();
    await waitFor(async () => (await sources.findOne({ _id: id })) !== null, { describe: 'the document in search' });
    const bodies = await rig.service.parts.connection.collection('search_bodies').find().toArray();
    expect(bodies.map((body) => JSON.stringify(body)).join()).toContain('Autorizo a poda do jacarandá.');
    expect(await rig.service.parts.metrics.metrics()).not.toMatch(/^guiche_text_extractions_total\{.*\} [1-9]/m);
  });

  it('is no new version when nothing new is said', async () => {
    const { id } = await written();
    expect((await editing(id, { content: '<p>Defiro.</p>' })).document).toMatchObject({ version: 1 });
    expect((await editing(id, { content: '<p>Defiro.</p>', title: 'Outro' })).document).toMatchObject({ version: 2, title: 'Outro' });
  });

  it('is a draft again once it is edited after it was signed, and history says that its signatures are void (SG-07)', async () => {
    const { id, number } = await written();
    await fakeSignature(id);
    expect((await editing(id, {})).document).toMatchObject({ state: { value: 'DRAFT' }, signatures: [], content: '<p>Indefiro.</p>' });
    expect(await desk.movementsOf(processId)).toContain(`Assinaturas do documento ${number} anuladas: o texto foi alterado`);
  });

  it('is locked once another unit has received the process, but for that unit and drafts', async () => {
    const [issued, draft] = [await written(), await written()];
    await fakeSignature(issued.id);
    await desk.does(clerk, 'sendProcess', { processId, unitId, toUnitIds: [saj], keepOpen: true });
    expect((await shownTo(clerk, issued.id))?.state.value).toBe('SIGNED');
    await desk.does(clerkOfSaj, 'receiveProcess', { processId, unitId: saj });
    expect((await shownTo(clerk, issued.id))?.state.value).toBe('LOCKED');
    expect((await shownTo(clerk, draft.id))?.state.value).toBe('DRAFT');
    expect((await editing(issued.id, { expectedVersion: 2 })).code).toBe('DOCUMENT_LOCKED');
    expect((await editing(draft.id, {})).document?.version).toBe(2);
  });

  it('is not written anew by another unit, nor when it is a file', async () => {
    const { id } = await written();
    expect((await editing(id, {}, clerkOfSaj)).code).toBe('DOCUMENT_NOT_FOUND');
    expect((await editing(id, { unitId: saj }, clerkOfSaj)).code).toBe('DOCUMENT_NOT_FOUND');
    await rig.service.parts.connection.collection('document_contents').deleteMany({ documentId: id });
    expect((await editing(id, {})).code).toBe('DOCUMENT_NOT_WRITTEN');
  });
});
