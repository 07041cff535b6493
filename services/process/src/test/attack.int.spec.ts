import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import type { Process } from '../domain/processes/process.ts';
import { codeOf, startAccessRig } from './access-rig.ts';
import type { AccessRig } from './access-rig.ts';
import { aFile, aGrant, aPlacement, aSignature } from './builders.ts';
import { addPetitionDocument, editPetition, offerPetition, paper, petitioner, preview } from './petitioner.ts';
import { administrator, clerk, person, unitId } from './rig.ts';

const outsider = { ...clerk, staffId: 'outsider', unitIds: ['other'], sessionId: 'outsider' } as TokenPrincipal;
const uncredentialed = { ...clerk, staffId: 'uncredentialed', sessionId: 'uncredentialed' } as TokenPrincipal;
const secrecy = { accessLevel: 'SECRET', globalLevel: 'SECRET', legalHypothesis: 'Procedimento disciplinar', credentialedStaffIds: ['clerk'] } as const;

describe('somebody who tries to learn or to spoil what is not theirs', () => {
  let rig: AccessRig;
  let ana: ReturnType<typeof petitioner>;
  beforeAll(async () => {
    rig = await startAccessRig({ at: '2026-03-06T12:00:00Z' });
    await offerPetition(rig);
    ana = petitioner(rig);
  });
  afterAll(() => rig.stop());

  const rows = (name: string, filter: object) => rig.service.parts.connection.collection(name).find(filter).toArray();
  const put = (collection: string, { id, ...row }: { readonly id: string }) =>
    rig.service.parts.connection.collection<{ _id: string }>(collection).insertOne({ _id: id, ...row });
  const change = (collection: string, _id: string, set: object) =>
    rig.service.parts.connection.collection<{ _id: string }>(collection).updateOne({ _id }, { $set: set });
  /** A process that is open in the unit, as Controle de Processos has it. */
  const placed = async (facts: Partial<Process> = {}): Promise<Process> => {
    const process = await rig.aProcess(facts);
    await put('placements', aPlacement({ processId: process.id, numberKey: process.numberKey }));
    return process;
  };
  const aGrantOn = (process: Process, facts: object) => put('grants', aGrant({ id: `${process.id}-grant`, processId: process.id, purpose: 'EXTERNAL_USER', ...facts }));

  describe('by a petition', () => {
    it('PT-04: cannot make a document secret, which would hide the whole process from the staff', async () => {
      const process = await placed();
      const { id } = await ana.start({ processNumber: process.number });
      const added = await ana.add(id, 'COMPLEMENTARY', 'anexo', { accessLevel: 'SECRET', legalHypothesis: 'procedimento-disciplinar' });
      expect(codeOf(added)).toBe('ACCESS_LEVEL_NOT_ALLOWED');
    });

    it('PT-23: for a secret process opens one as secret, for those who have a credential there', async () => {
      const process = await placed(secrecy);
      await aGrantOn(process, { personId: 'ana', scope: 'INTEGRAL', documentIds: [] });
      const { id } = await ana.start({ processNumber: process.number });
      await ana.add(id, 'COMPLEMENTARY', 'anexo', { accessLevel: 'PUBLIC' });
      const { data, errors } = await ana.file(id);
      expect(errors).toEqual([]);
      const opened = data?.filePetition.petition.receipt?.process.id ?? '';
      expect(await rows('processes', { _id: opened })).toMatchObject([secrecy]);
      const number = 'query($id: ID!) { process(id: $id) { number } }';
      expect((await rig.as(clerk)(number, { id: opened })).errors).toEqual([]);
      expect(codeOf(await rig.as(uncredentialed)(number, { id: opened }))).toBe('PROCESS_NOT_FOUND');
      // The unit's mailbox is read by those without a credential too.
      expect(await rig.said('guiche.process.v1.PetitionFiled')).toMatchObject([{ processId: opened, secret: true }]);
    });

    it('PS-03: begun before the process became secret is told nothing of it any more', async () => {
      const process = await placed();
      const { id } = await ana.start({ processNumber: process.number });
      await change('processes', process.id, secrecy);
      const { data, errors } = await ana.ask(preview, { id });
      expect([data, errors[0]?.extensions?.['code']]).toEqual([{ previewPetition: null }, 'PROCESS_NOT_FOUND']);
      const uploadId = await rig.upload(person('ana'), await paper());
      const added = await ana.ask(addPetitionDocument, { input: { petitionId: id, role: 'COMPLEMENTARY', typeKey: 'anexo', uploadId } });
      expect(codeOf(added)).toBe('PROCESS_NOT_FOUND');
    });

    it('PT-21: learns nothing of an annexing process that is secret, and does not enter it', async () => {
      const principal = await placed(secrecy);
      const annexed = await placed({ state: 'ANNEXED', annexedToId: principal.id });
      const { id } = await ana.start({ processNumber: annexed.number });
      const { data } = await ana.ask<{ previewPetition: { announcement: string; rule: string } }>(preview, { id });
      expect(data?.previewPetition).toMatchObject({ rule: 'NO_CRITERION', relatedProcessNumber: annexed.number });
      expect(JSON.stringify(data)).not.toContain(principal.number);
    });

    it('PT-04: is not taken into a secrecy where nobody of the staff would see it', async () => {
      const process = await placed();
      const { id } = await ana.start({ processNumber: process.number });
      await ana.add(id, 'COMPLEMENTARY', 'anexo');
      await change('petitions', id, { 'items.0.accessLevel': 'SECRET', 'items.0.legalHypothesis': 'Procedimento disciplinar' });
      expect(codeOf(await ana.ask(preview, { id }))).toBe('PETITION_WOULD_BE_UNSEEN');
      expect(codeOf(await ana.file(id, { sha256: 'a'.repeat(64) }))).toBe('PETITION_WOULD_BE_UNSEEN');
    });

    it('PT-10: names other interested parties where the city takes them, in the process and masked on the receipt', async () => {
      const parties = [{ name: 'Beatriz Lima', document: '529.982.247-25' }];
      const name = async (petitionId: string) => (await ana.ask(editPetition, { input: { petitionId, parties } })).errors[0]?.extensions?.['code'];
      const id = await ana.draft();
      expect(await name(id)).toBe('INVALID_INPUT');
      await rig.service.parts.connection.collection('petition_types').updateOne({ key: 'general-request' }, { $set: { takesOtherParties: true } });
      expect(await name(id)).toBeUndefined();
      const { data } = await ana.file(id);
      const opened = data?.filePetition.petition.receipt?.process.id;
      expect(await rows('processes', { _id: opened })).toMatchObject([{ otherParties: [{ name: 'Beatriz Lima', cpf: '52998224725' }] }]);
    });

    it('PT-04: does not tell by a public receipt what its restricted documents are called', async () => {
      const process = await placed();
      const { id } = await ana.start({ processNumber: process.number });
      await ana.add(id, 'COMPLEMENTARY', 'anexo', { accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal', complement: 'Laudo médico' });
      expect((await ana.file(id)).errors).toEqual([]);
      const receipts = await rows('documents', { processId: process.id, type: 'Recibo Eletrônico de Protocolo' });
      expect(receipts).toMatchObject([{ accessLevel: 'RESTRICTED' }]);
    });
  });

  it('a movement tells everybody that a document was cancelled, and nobody what it was called', async () => {
    const process = await placed();
    const document = await rig.aDocument(process, { title: 'Prontuário', accessLevel: 'RESTRICTED', state: 'SUBMITTED', unitId });
    const input = { documentId: document.id, unitId, reason: 'Incluído por engano' };
    expect((await rig.as(clerk)('mutation($input: CancelDocumentInput!) { cancelDocument(input: $input) { replayed } }', { input })).errors).toEqual([]);
    const { data } = await rig.as(outsider)<{ process: object }>(`{ process(id: "${process.id}") { movements { edges { node { description } } } } }`);
    expect(JSON.stringify(data)).toContain(document.number);
    expect(JSON.stringify(data)).not.toContain('Prontuário');
  });

  it('a reference to an access opens nothing once its last day is over, or its process was withdrawn', async () => {
    const process = await placed({ accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED' });
    const document = await rig.aDocument(process, { title: 'Laudo' });
    await aGrantOn(process, { personId: 'bia', documentIds: [document.id], expiresAt: new Date(0) });
    const reference = { __typename: 'ExternalAccess', id: `${process.id}-grant`, state: 'ACTIVE', expiresAt: null };
    const ask = async () => {
      const query = 'query($refs: [_Any!]!) { _entities(representations: $refs) { ... on ExternalAccess { document { title } process { number } } } }';
      return (await rig.as(person('bia'))<{ _entities: (object | null)[] }>(query, { refs: [reference] })).data?._entities;
    };
    expect(await ask()).toEqual([null]);
    await change('grants', `${process.id}-grant`, { expiresAt: null });
    expect(await ask()).toMatchObject([{ document: { title: 'Laudo' } }]);
    await change('processes', process.id, { state: 'CANCELLED' });
    expect(await ask()).toEqual([null]);
  });

  it('AE-02: who was granted a document does not read what is drafted in its place', async () => {
    const process = await placed({ accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED' });
    const document = await rig.aDocument(process, { title: 'Decisão', unitId });
    await aGrantOn(process, { personId: 'bia', documentIds: [document.id] });
    const titles = async () => {
      const query = `{ process(id: "${process.id}") { documents { totalCount edges { node { title } } } } }`;
      const { data } = await rig.as(person('bia'))<{ process: { documents: { totalCount: number; edges: object[] } } }>(query);
      return [data?.process.documents.totalCount, data?.process.documents.edges.length];
    };
    expect(await titles()).toEqual([1, 1]);
    await change('documents', document.id, { state: 'DRAFT' });
    expect(await titles()).toEqual([0, 0]);
  });

  it('PS-02: a verification code opens no file that the public search hides', async () => {
    const cases = [
      ['A', {}, {}, true],
      ['B', { globalLevel: 'SECRET', credentialedStaffIds: ['clerk'] }, {}, false],
      ['C', {}, { bonds: [{ intimationId: 'i', number: '1', sealed: true }] }, false],
      ['D', {}, { state: 'LOCKED' }, true],
      ['E', { state: 'CANCELLED' }, {}, false],
    ] as const;
    for (const [letter, ofProcess, ofDocument, open] of cases) {
      const process = await placed(ofProcess);
      const code = letter.repeat(32);
      await rig.aDocument(process, {
        accessLevel: 'PUBLIC', legalHypothesis: null, signatures: [aSignature()], signedFile: aFile({}), verification: { code, crc: 'AAAAAAAA' }, ...ofDocument,
      });
      const { data } = await rig.as()<{ documentVerification: { public: boolean; file: object | null } }>(`{ documentVerification(code: "${code}") { public file { sha256 } } }`);
      expect([letter, data?.documentVerification.public, data?.documentVerification.file !== null]).toEqual([letter, open, open]);
    }
  });

  it('a type of process is not bound to units of another city, nor to thousands of subjects', async () => {
    await put('units', { id: 'rio-unit', ...{ municipalityId: 'rio', name: 'x', acronym: 'x', body: null, email: null, active: true } });
    const type = { municipalityId: 'campinas', key: 'alheio', name: 'Alheio', accessLevels: ['PUBLIC'] };
    const set = async (change: object) =>
      codeOf(await rig.as(administrator)('mutation($input: ConfigureProcessTypeInput!) { configureProcessType(input: $input) { replayed } }', { input: { ...type, ...change } }));
    expect(await set({ unitIds: ['rio-unit'] })).toBe('UNIT_NOT_FOUND');
    expect(await set({ subjects: Array.from({ length: 21 }, String) })).toBe('INVALID_INPUT');
    expect(await set({ accessLevels: [] })).toBe('INVALID_INPUT');
    expect(await set({ unitIds: [unitId] })).toBeUndefined();
  });

  it('a unit that does not exist does not tell which documents and requests do', async () => {
    const process = await placed({ accessLevel: 'RESTRICTED', globalLevel: 'RESTRICTED' });
    const document = await rig.aDocument(process, { unitId });
    const asked = await rig.as(person('bia'))<{ requestVista: { request: { id: string } } }>(
      'mutation($input: RequestVistaInput!) { requestVista(input: $input) { request { id } } }', { input: { processId: process.id, capacity: 'LAWYER', reason: 'x' } },
    );
    const tried = async (mutation: string, input: object) => {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      return codeOf(await rig.as(outsider)(`mutation($input: ${type}!) { ${mutation}(input: $input) { replayed } }`, { input: { unitId: 'none', reason: 'x', ...input } }));
    };
    for (const documentId of [document.id, 'none']) expect(await tried('cancelDocument', { documentId })).toBe('DOCUMENT_NOT_FOUND');
    for (const documentId of [document.id, 'none']) expect(await tried('refuseSignature', { documentId, requestId: 'none', unitId: undefined })).toBe('SIGNATURE_REQUEST_NOT_FOUND');
    for (const requestId of [asked.data?.requestVista.request.id, 'none']) {
      expect(await tried('denyVista', { requestId, expectedVersion: 1 })).toBe('VISTA_NOT_FOUND');
    }
  });

  it('SG-01: what the city wants signed at a higher level is neither filed nor granted by a password', async () => {
    const process = await placed();
    const { id } = await ana.start({ processNumber: process.number });
    await ana.add(id, 'COMPLEMENTARY', 'anexo');
    const acts = ['PETITION', 'ACCESS_GRANT'].map((act) => ({ act, level: 'ADVANCED' }));
    const set = (levels: object[], expectedVersion: number) =>
      rig.as(administrator)('mutation($input: ConfigureSignatureLevelsInput!) { configureSignatureLevels(input: $input) { replayed } }', {
        input: { municipalityId: 'campinas', acts: levels, expectedVersion },
      });
    expect((await set(acts, 0)).errors).toEqual([]);
    expect(codeOf(await ana.file(id))).toBe('SIGNATURE_LEVEL_TOO_LOW');
    expect(codeOf(await rig.grant({ processId: process.id }))).toBe('SIGNATURE_LEVEL_TOO_LOW');
    expect((await set(acts.map(({ act }) => ({ act, level: 'SIMPLE' })), 1)).errors).toEqual([]);
  });

  it('PR-11: nothing is included in a process that is blocked or suspended', async () => {
    for (const state of ['BLOCKED', 'SUSPENDED'] as const) {
      const process = await placed({ state });
      const input = { processId: process.id, unitId, typeKey: 'comprovante', title: 'x', uploadId: await rig.upload(clerk, await paper()) };
      expect(codeOf(await rig.as(clerk)('mutation($input: IncludeFileInput!) { includeFile(input: $input) { replayed } }', { input }))).toBe(`PROCESS_${state}`);
    }
  });

  it('requests to see a process that became secret are for those with a credential', async () => {
    const process = await placed();
    const asked = await rig.as(person('bia'))<{ requestVista: { request: { id: string } } }>(
      'mutation($input: RequestVistaInput!) { requestVista(input: $input) { request { id } } }', { input: { processId: process.id, capacity: 'LAWYER', reason: 'Denúncia' } },
    );
    const id = asked.data?.requestVista.request.id;
    await change('processes', process.id, secrecy);
    const query = `query($refs: [_Any!]!) {
      vistaRequests(unitId: "${unitId}") { edges { node { id } } }
      _entities(representations: $refs) { ... on VistaRequest { reason } }
    }`;
    const seen = async (as: TokenPrincipal) => {
      const { data } = await rig.as(as)<{ vistaRequests: { edges: { node: { id: string } }[] }; _entities: (object | null)[] }>(query, { refs: [{ __typename: 'VistaRequest', id }] });
      return [data?.vistaRequests.edges.some(({ node }) => node.id === id), data?._entities[0] !== null];
    };
    expect(await seen(uncredentialed)).toEqual([false, false]);
    expect(await seen(clerk)).toEqual([true, true]);
  });
});
