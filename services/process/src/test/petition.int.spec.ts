import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { assertTransactional, waitFor } from '@guiche/kit/testing';
import { addPetitionDocument, codeOf, editPetition, offerPetition, paper, petitioner, preview, startPetition, writePetitionDocument } from './petitioner.ts';
import { administrator, clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { writtenAlone } from './written-alone.ts';

const movements = 'query($id: ID!) { process(id: $id) { number specification openUnits { id } movements { edges { node { description } } } documents { edges { node { type state { value } signatures { signerName role } } } } } }';

describe('a petition for a new process', () => {
  let rig: Rig;
  let ana: ReturnType<typeof petitioner>;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T12:00:00Z' });
    await rig.prepareCity();
    await offerPetition(rig);
    ana = petitioner(rig);
  });
  afterAll(() => rig.stop());

  const rows = (name: string, filter: object = {}) => rig.service.parts.connection.collection(name).find(filter).toArray();
  const count = (name: string, filter: object = {}) => rig.service.parts.connection.collection(name).countDocuments(filter);

  it('scenario 4: without an essential document it is refused naming it, and nothing is created', async () => {
    const id = await ana.draft(['comprovante']);
    const before = [await count('processes'), await count('documents'), await count('outbox')];
    expect((await ana.previewed(id)).missing).toEqual(['documento essencial: Comprovante']);
    const refused = await ana.file(id);
    expect(codeOf(refused)).toBe('PETITION_INCOMPLETE');
    expect(refused.errors[0]?.message).toContain('Comprovante');
    expect([await count('processes'), await count('documents'), await count('outbox')]).toEqual(before);
  });

  it('scenario 4: with all of them there are process, documents, receipt and alert; unseen in Recebidos, read by the petitioner', async () => {
    const id = await ana.draft();
    const shown = await ana.previewed(id);
    expect(shown).toMatchObject({ announcement: 'Em Processo Novo na unidade PG', rule: null, missing: [] });
    const { data, errors } = await ana.file(id);
    expect(errors).toEqual([]);
    const { receipt } = data?.filePetition.petition ?? {};
    expect(data?.filePetition).toMatchObject({
      replayed: false,
      petition: { state: { value: 'FILED' }, receipt: { processNumber: expect.stringMatching(/^PMC\.2026\.\d{8}-\d{2}$/) as unknown, filedOn: '2026-03-06', document: { type: 'Recibo Eletrônico de Protocolo' } } },
    });
    const processId = receipt?.process.id ?? '';
    expect(await rows('placements', { processId })).toMatchObject([{ unitId, state: 'OPEN', origin: 'RECEIVED', seen: false, petitioned: true, assigneeId: null }]);
    const signed = { signatures: [{ signerName: 'Ana Souza', role: 'Cidadã' }] };
    const seen = await ana.ask(movements, { id: processId });
    expect(seen.data).toMatchObject({
      process: {
        specification: 'Poda de árvore na calçada',
        documents: {
          edges: [
            { node: { type: 'Requerimento', state: { value: 'SIGNED' }, ...signed } },
            { node: { type: 'Documento de identificação', state: { value: 'AUTHENTICATED' }, ...signed } },
            { node: { type: 'Comprovante', ...signed } },
            { node: { type: 'Recibo Eletrônico de Protocolo', state: { value: 'AUTHENTICATED' } } },
          ],
        },
      },
    });
    expect(await rows('outbox', { type: 'guiche.process.v1.PetitionFiled' })).toHaveLength(1);
    expect((await rig.as(clerk)(movements, { id: processId })).errors).toEqual([]);
    expect((await petitioner(rig, 'bia').ask(movements, { id: processId })).errors).toHaveLength(1);
  });

  it('keeps what was written in the editor as its text, like a document of a unit, whatever its readers', async () => {
    const processId = (await ana.file(await ana.draft())).data?.filePetition.petition.receipt?.process.id;
    const query = 'query($id: ID!) { process(id: $id) { documents { edges { node { type content } } } } }';
    for (const ask of [rig.as(clerk), ana.ask]) {
      const { data } = await ask<{ process: { documents: { edges: { node: { type: string; content: string | null } }[] } } }>(query, { id: processId });
      expect(data?.process.documents.edges.map(({ node }) => [node.type, node.content])).toEqual([
        ['Requerimento', '<p>Peço a <strong>poda</strong> da árvore.</p>'], ['Documento de identificação', null], ['Comprovante', null], ['Recibo Eletrônico de Protocolo', null],
      ]);
    }
    expect(await rows('document_contents', { processId })).toMatchObject([{ version: 1, by: { kind: 'person', id: 'ana' } }]);
  });

  it('PT-06: is one transaction, from the process to the receipt', async () => {
    assertTransactional(rig.writes, { except: writtenAlone });
    await Promise.resolve();
  });

  it('scenario 5: a file that cannot be read stops it before anything exists; the same key then gives exactly one receipt, for ever', async () => {
    const id = await ana.draft();
    const [petition] = await rows('petitions', { _id: id });
    const files = rig.service.parts.connection.collection('files.files');
    const third = (petition?.['items'] as { file: { id: string; sha256: string } | null }[])[2]?.file;
    const name = { 'metadata.sha256': third?.sha256 };
    const [lost] = await files.find(name).toArray();
    if (lost === undefined) throw new Error('The third file is stored');
    await files.deleteOne({ _id: lost._id });
    const before = [await count('processes'), await count('documents'), await count('outbox'), await count('grants')];
    const { sha256 } = await ana.previewed(id);
    const authorization = rig.authorization({ sub: 'ana', document_id: id, sha256 });
    const input = { authorization, idempotencyKey: 'file-once' };
    expect(codeOf(await ana.file(id, { input }))).toBe('PETITION_FILE_LOST');
    expect([await count('processes'), await count('documents'), await count('outbox'), await count('grants')]).toEqual(before);

    await files.insertOne(lost);
    const answers = [await ana.file(id, { input }), await ana.file(id, { input }), await ana.file(id, { sha256: 'a'.repeat(64) })];
    const receipts = answers.map(({ data }) => data?.filePetition.petition.receipt?.number);
    expect(new Set(receipts).size).toBe(1);
    expect(receipts[0]).toMatch(/^\d{7}$/);
    expect(answers.map(({ data }) => data?.filePetition.replayed)).toEqual([false, true, true]);
    expect(await count('processes')).toBe((before[0] ?? 0) + 1);
  });

  it('signed after its draft changed in another tab, is refused', async () => {
    const id = await ana.draft();
    const { sha256 } = await ana.previewed(id);
    await ana.ask(editPetition, { input: { petitionId: id, specification: 'Outra coisa' } });
    expect(codeOf(await ana.file(id, { sha256 }))).toBe('PETITION_CHANGED');
    const stale = { input: { petitionId: id, specification: 'Mais uma', expectedVersion: 1 } };
    expect(codeOf(await ana.ask(editPetition, stale))).toBe('STALE_VERSION');
  });

  it.each([
    ['of another person', { sub: 'bia' }, 'SIGNATURE_AUTHORIZATION_FOREIGN'],
    ['given to staff', { signer: 'staff' }, 'SIGNATURE_AUTHORIZATION_FOREIGN'],
    ['of somebody who is not released in the city', { municipalities: ['rio'] }, 'SIGNER_NOT_RELEASED'],
  ])('is refused with an authorization %s', async (_case, claims, code) => {
    expect(codeOf(await ana.file(await ana.draft(), { claims }))).toBe(code);
  });

  it('PT-03, PT-10: takes in each section only the documents that belong there, a name once, one principal', async () => {
    const id = await ana.draft();
    expect(codeOf(await ana.add(id, 'ESSENTIAL', 'anexo'))).toBe('PETITION_DOCUMENT_TYPE_NOT_TAKEN');
    expect(codeOf(await ana.add(id, 'COMPLEMENTARY', 'despacho'))).toBe('DOCUMENT_TYPE_UNKNOWN');
    expect(codeOf(await ana.add(id, 'COMPLEMENTARY', 'anexo', { complement: 'x'.repeat(41) }))).toBe('INVALID_INPUT');
    const content = '<p>Oi</p><script>alert(1)</script>';
    const scripted = await ana.ask(writePetitionDocument, { input: { petitionId: id, role: 'PRINCIPAL', typeKey: 'requerimento', content } });
    expect(scripted.errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'content', code: 'SCRIPT_FORBIDDEN' }] });
    const rewritten = await ana.ask(writePetitionDocument, { input: { petitionId: id, role: 'PRINCIPAL', typeKey: 'requerimento', content: '<p>Melhor</p>' } });
    expect(rewritten.errors).toEqual([]);
    expect(await rows('petitions', { _id: id })).toMatchObject([{ items: [{}, {}, { content: '<p>Melhor</p>' }] }]);
  });

  it('PT-03, PT-26: takes files by the rules of the city, which tell them to whoever is about to petition', async () => {
    const configure = (change: object) =>
      rig.as(administrator)('mutation($input: ConfigurePetitionRulesInput!) { configurePetitionRules(input: $input) { petitionRules { otherExtensions } } }', {
        input: { municipalityId: 'campinas', principalLimitBytes: 20_971_520, otherLimitBytes: 20_971_520, relatedTypeKey: 'general-request', ...change },
      });
    const add = async (fileName: string) => {
      const input = { petitionId: id, role: 'COMPLEMENTARY', typeKey: 'anexo', uploadId: await rig.upload(person('ana'), await paper(), fileName) };
      return codeOf(await ana.ask(addPetitionDocument, { input }));
    };
    const id = await ana.draft();
    expect(await add('script.php')).toBe('PETITION_FILE_EXTENSION');
    expect(await add('anexo.PDF')).toBeUndefined();
    expect(codeOf(await configure({ otherExtensions: ['png', 'sh'] }))).toBe('PETITION_EXTENSION_INVALID');
    expect((await configure({ otherExtensions: ['png'], relatedTypeKey: null })).errors).toEqual([]);
    expect(await add('outro.pdf')).toBe('PETITION_FILE_EXTENSION');
    const { data } = await rig.as()('{ petitionRules(municipalityId: "campinas") { principalExtensions otherExtensions otherLimitBytes takesIntercurrent } }');
    expect(data).toEqual({ petitionRules: { principalExtensions: ['pdf', 'jpg', 'jpeg', 'png'], otherExtensions: ['png'], otherLimitBytes: 20_971_520, takesIntercurrent: false } });
    expect(codeOf(await rig.as()('{ petitionRules(municipalityId: "nowhere") { takesIntercurrent } }'))).toBe('MUNICIPALITY_NOT_FOUND');
    await configure({ otherExtensions: ['pdf', 'jpg', 'jpeg', 'png'] });
  });

  it('PT-04: that nobody of the staff would see is refused when it is offered, begun, filled in and previewed', async () => {
    const offering = (change: object) => offerPetition(rig, { name: 'Denúncia', essentialTypeKeys: [], ...change }).then(() => 'offered', (error: Error) => error.message);
    expect(await offering({ key: 'disciplinary' })).toContain('PETITION_TYPE_SECRET');
    const { connection } = rig.service.parts;
    const set = (name: string, key: string, change: object) => connection.collection(name).updateOne({ municipalityId: 'campinas', key }, { $set: change });
    const id = await ana.draft();
    await set('document_types', 'anexo', { forcedAccess: { accessLevel: 'SECRET', legalHypothesisKey: 'segredo-de-justica' } });
    expect(await offering({ key: 'general-request' })).toContain('PETITION_TYPE_SECRET');
    expect(codeOf(await ana.add(id, 'COMPLEMENTARY', 'anexo'))).toBe('PETITION_WOULD_BE_UNSEEN');
    await set('document_types', 'anexo', { forcedAccess: null });
    await set('process_types', 'general-request', { accessLevels: ['SECRET'], legalHypothesisKey: 'segredo-de-justica' });
    expect(codeOf(await ana.ask(startPetition, { input: { municipalityId: 'campinas', typeKey: 'general-request' } }))).toBe('PETITION_WOULD_BE_UNSEEN');
    expect(codeOf(await ana.ask(preview, { id }))).toBe('PETITION_WOULD_BE_UNSEEN');
    await set('process_types', 'general-request', { accessLevels: ['PUBLIC', 'RESTRICTED'], legalHypothesisKey: null });
    expect(codeOf(await ana.ask(preview, { id }))).toBeUndefined();
  });

  it('PT-10: that several units take says before anything else that one has to be chosen, and goes there', async () => {
    const other = { municipalityId: 'campinas', name: 'Ouvidoria', acronym: 'OUV', body: null, email: null, active: true };
    await rig.service.parts.connection.collection<{ _id: string }>('units').insertOne({ _id: 'ouvidoria', ...other });
    await offerPetition(rig, { key: 'complaint', name: 'Reclamação', unitIds: [unitId, 'ouvidoria'] });
    const { id } = await ana.start({ typeKey: 'complaint' });
    const undecided = await ana.ask(preview, { id });
    expect(undecided.errors[0]?.extensions).toMatchObject({ code: 'PETITION_INCOMPLETE', missingItems: expect.arrayContaining(['unidade de destino', 'especificação']) as unknown });
    expect(codeOf(await ana.ask(editPetition, { input: { petitionId: id, unitId: 'alheia' } }))).toBe('PETITION_UNIT_UNKNOWN');
    expect(codeOf(await ana.ask(editPetition, { input: { petitionId: id, unitId: 'ouvidoria' } }))).toBeUndefined();
    expect(await ana.previewed(id)).toMatchObject({ announcement: 'Em Processo Novo na unidade OUV' });
    await rig.service.parts.connection.collection<{ _id: string }>('units').updateOne({ _id: 'ouvidoria' }, { $set: { active: false } });
    expect(codeOf(await ana.ask(preview, { id }))).toBe('PETITION_UNIT_UNKNOWN');
  });

  it('is begun as often as 50 drafts are left, by each person', async () => {
    const bia = petitioner(rig, 'bia');
    const begin = () => bia.ask(startPetition, { input: { municipalityId: 'campinas', typeKey: 'general-request' } });
    const { id } = await bia.start({ typeKey: 'general-request' });
    const [row] = await rows('petitions', { _id: id });
    const others = Array.from({ length: 49 }, (_, index) => ({ ...row, _id: `draft-${String(index)}` }));
    await rig.service.parts.connection.collection<{ _id: string }>('petitions').insertMany(others);
    expect(codeOf(await begin())).toBe('TOO_MANY_PETITION_DRAFTS');
    expect(codeOf(await ana.ask(startPetition, { input: { municipalityId: 'campinas', typeKey: 'general-request' } }))).toBeUndefined();
    await bia.ask('mutation($id: ID!) { discardPetition(input: { petitionId: $id }) { replayed } }', { id });
    expect(codeOf(await begin())).toBeUndefined();
  });

  it('is offered with lists that are no longer than anybody reads', async () => {
    const many = Array.from({ length: 51 }, (_, index) => `type-${String(index)}`);
    await expect(offerPetition(rig, { body: 'X'.repeat(21) })).rejects.toThrow(/body/);
    await expect(offerPetition(rig, { essentialTypeKeys: many, complementaryTypeKeys: many })).rejects.toThrow(/essentialTypeKeys.*TOO_MANY.*complementaryTypeKeys.*TOO_MANY/);
  });

  it('is nobody else\'s: another person neither reads nor files it', async () => {
    const id = await ana.draft();
    const bia = petitioner(rig, 'bia');
    expect(codeOf(await bia.ask('query($id: ID!) { petition(petitionId: $id) { id } }', { id }))).toBe('PETITION_NOT_FOUND');
    expect(codeOf(await bia.file(id, { sha256: 'a'.repeat(64) }))).toBe('PETITION_NOT_FOUND');
  });

  it('demand 15: a draft is forgotten with its files 90 days after the last change, and not before', async () => {
    const id = await ana.draft();
    rig.clock.advance({ days: 89 });
    const kept = await petitioner(rig).ask(editPetition, { input: { petitionId: id, specification: 'Ainda quero' } });
    expect(kept.errors).toEqual([]);
    rig.clock.advance({ days: 2 });
    rig.service.wake();
    const looked = () => count('jobs', { kind: 'forget-petition', 'data.petitionId': id });
    await waitFor(async () => (await looked()) === 2, { describe: 'the draft looked at, and to be looked at again', timeoutMs: 60_000 });
    expect(await rows('petitions', { _id: id })).toMatchObject([{ state: 'DRAFT' }]);
    rig.clock.advance({ days: 90 });
    rig.service.wake();
    await waitFor(async () => (await count('petitions', { _id: id, state: 'DISCARDED', items: [] })) === 1, { describe: 'the draft forgotten', timeoutMs: 60_000 });
  }, 150_000);
});
