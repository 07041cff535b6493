import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import { administrator, clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { signingDesk } from './signing-desk.ts';
import type { SeenDocument, SigningDesk } from './signing-desk.ts';
import { clerkOfRio, clerkOfSaj, saj, secondClerk } from './unit-desk.ts';

describe('signatures of the staff', () => {
  let rig: Rig;
  let desk: SigningDesk;
  let processId = '';
  beforeAll(async () => {
    rig = await startRig();
    desk = await signingDesk(rig);
    processId = (await desk.open()).id;
  });
  afterAll(() => rig.stop());

  const bytesOf = async ({ signedFile }: SeenDocument): Promise<Buffer> => {
    const url = signedFile?.downloadUrl.replace('http://gateway.test/files/process', `${rig.service.url}/files`) ?? '';
    return Buffer.from(await (await fetch(url)).arrayBuffer());
  };
  const levels = async (acts: object[], expectedVersion: number, documentTypes?: object[]): Promise<unknown> => {
    const answer = await rig.as(administrator)<{ configureSignatureLevels: { signatureLevels: { version: number } } }>(
      `mutation($input: ConfigureSignatureLevelsInput!) { configureSignatureLevels(input: $input) { signatureLevels { version } } }`,
      { input: { municipalityId: 'campinas', acts, expectedVersion, ...(documentTypes === undefined ? {} : { documentTypes }) } },
    );
    return answer.data?.configureSignatureLevels.signatureLevels.version ?? desk.codeOf(answer);
  };

  it('make a draft of the unit a signed document, each of several once, all shown on the PDF', async () => {
    const draft = await desk.write(processId);
    const first = await desk.sign(clerk, draft);
    expect(first.document).toMatchObject({ state: { value: 'SIGNED' }, signatures: [{ kind: { value: 'SIGNATURE' }, signerName: 'Nome de clerk', role: 'Agente Administrativo', level: { value: 'SIMPLE' } }] });
    const second = await desk.sign(secondClerk, first.document, { role: null, authorization: desk.authorizationFor(secondClerk, draft, { role: 'Diretora' }) });
    expect(second.document.signatures.map(({ signerName, role }) => [signerName, role])).toEqual([['Nome de clerk', 'Agente Administrativo'], ['Nome de second-clerk', 'Diretora']]);
    const pdf = await bytesOf(second.document);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(second.document.signedFile?.sha256);
    expect((await PDFDocument.load(pdf)).getPageCount()).toBe(2);
    expect((await desk.sign(clerk, second.document)).code).toBe('DOCUMENT_ALREADY_SIGNED');
    expect((await desk.movementsOf(processId)).slice(-2)).toEqual([expect.stringMatching(/assinado por Nome de clerk$/), expect.stringMatching(/assinado por Nome de second-clerk$/)]);
  });

  it('are refused without a capacity, with a person\'s password, and on a draft without a word', async () => {
    const draft = await desk.write(processId);
    expect((await desk.sign(clerk, draft, { role: null })).code).toBe('SIGNATURE_ROLE_MISSING');
    expect((await desk.sign(clerk, draft, { authorization: desk.authorizationFor(clerk, draft, { signer: 'person' }) })).code).toBe('SIGNATURE_AUTHORIZATION_FOREIGN');
    expect((await desk.sign(clerk, await desk.write(processId, { content: '<p> </p>' }))).code).toBe('DRAFT_WITHOUT_CONTENT');
  });

  it('are nobody else\'s: other units, other cities, persons, and the unit itself once the process is concluded there', async () => {
    const process = await desk.open();
    const draft = await desk.write(process.id);
    for (const who of [clerkOfSaj, clerkOfRio, person('ana')]) expect((await desk.sign(who, draft)).code).toBe('DOCUMENT_NOT_FOUND');
    await desk.does(clerk, 'sendProcess', { processId: process.id, unitId, toUnitIds: [saj], keepOpen: true });
    expect((await desk.sign(clerkOfSaj, draft)).code).toBe('DOCUMENT_NOT_FOUND');
    await desk.does(clerk, 'concludeProcess', { processId: process.id, unitId });
    expect((await desk.sign(clerk, draft)).code).toBe('DOCUMENT_NOT_FOUND');
  });

  it('happen once when two of the same clerk arrive at once, and lose none of two clerks', async () => {
    const draft = await desk.write(processId);
    const authorization = desk.authorizationFor(clerk, draft);
    const twice = await Promise.all([desk.sign(clerk, draft, { authorization }), desk.sign(clerk, draft, { authorization })]);
    expect(twice.filter(({ code }) => code === undefined)).toHaveLength(1);
    const other = await desk.write(processId);
    const both = await Promise.all([desk.sign(clerk, other), desk.sign(secondClerk, other)]);
    const winners = both.filter(({ code }) => code === undefined);
    expect(winners.length).toBeGreaterThan(0);
    for (const { code } of both) expect([undefined, 'STALE_VERSION']).toContain(code);
    const row = await rig.service.parts.connection.collection<{ _id: string; signatures: object[] }>('documents').findOne({ _id: other.id });
    expect(row?.signatures).toHaveLength(winners.length);
  });

  it('SG-07: are void once the text changes, visibly, and their code says so; the same signer signs the new text', async () => {
    const { document } = await desk.sign(clerk, await desk.write(processId));
    const { connection } = rig.service.parts;
    const codeNow = async (): Promise<string> => {
      const row = await connection.collection<{ _id: string; verification: { code: string } }>('documents').findOne({ _id: document.id });
      return row?.verification.code ?? '';
    };
    const former = await codeNow();
    const edited = await desk.acts(clerk, 'editDocument', { documentId: document.id, unitId, content: '<p>Indefere-se.</p>', expectedVersion: document.version });
    expect(edited.document).toMatchObject({
      state: { value: 'DRAFT' }, signatures: [], signedFile: null,
      voidedSignatures: [{ reason: 'o texto foi alterado', signature: { signerName: 'Nome de clerk' } }],
    });
    expect((await desk.movementsOf(processId)).at(-1)).toMatch(/^Assinaturas do documento \d+ anuladas: o texto foi alterado$/);
    expect((await desk.sign(clerk, document)).code).toBe('DOCUMENT_CHANGED');
    const again = await desk.sign(clerk, edited.document);
    expect(again.document).toMatchObject({ state: { value: 'SIGNED' }, signatures: [{ signerName: 'Nome de clerk' }], voidedSignatures: [{}] });
    expect(await codeNow()).not.toBe(former);
    const verified = async (query: string) => (await rig.as()<Record<string, object | null>>(`{ answer: ${query} { state { value } voidedReason public file { sha256 } signatures { signerName } crc documentNumber sha256 } }`)).data?.['answer'];
    const standing = await verified(`documentVerification(code: "${await codeNow()}")`);
    expect(standing).toMatchObject({ state: { value: 'VALID' }, voidedReason: null, public: true, file: { sha256: again.document.signedFile?.sha256 }, sha256: again.document.file.sha256 });
    expect(await verified(`documentVerification(code: "${former}")`)).toMatchObject({
      state: { value: 'VOIDED' }, voidedReason: 'o texto foi alterado', public: false, file: null, signatures: [{ signerName: 'Nome de clerk' }], sha256: document.file.sha256,
    });
    const { crc, documentNumber } = standing as { crc: string; documentNumber: string };
    const byNumber = (city: string, number: string, typed: string) => verified(`documentVerificationByNumber(municipalityId: "${city}", verifier: "${number}", crc: "${typed}")`);
    expect(await byNumber('campinas', documentNumber, crc.toLowerCase())).toEqual(standing);
    for (const [city, number, typed] of [['rio', documentNumber, crc], ['campinas', '9999999', crc], ['campinas', documentNumber, '00000000'], ['campinas', documentNumber, '']] as const) {
      expect(await byNumber(city, number, typed)).toBeNull();
    }
    await desk.acts(clerk, 'cancelDocument', { documentId: document.id, unitId, reason: 'Duplicado' });
    expect(await verified(`documentVerification(code: "${former}")`)).toMatchObject({ state: { value: 'CANCELLED' }, public: false });
  });

  it('SG-04: authenticate a digitised copy, with its own sentence on a page of its own, and nothing that was born digital', async () => {
    const copy = await desk.scan(processId);
    const authenticate = (document: SeenDocument, changes: object = {}, who = clerk) =>
      desk.acts(who, 'authenticateDocument', { documentId: document.id, unitId, authorization: desk.authorizationFor(who, document), acceptTerm: true, role: 'Protocolista', ...changes });
    expect((await authenticate(copy, { unitId: saj }, clerkOfSaj)).code).toBe('DOCUMENT_NOT_FOUND');
    expect((await authenticate(copy, { acceptTerm: false })).code).toBe('RESPONSIBILITY_NOT_ACCEPTED');
    const { document } = await authenticate(copy);
    expect(document).toMatchObject({
      state: { value: 'AUTHENTICATED' }, file: copy.file, signatures: [{ kind: { value: 'AUTHENTICATION', label: 'Autenticação' }, role: 'Protocolista' }],
      signedFile: { fileName: expect.stringContaining('(autenticação).pdf') },
    });
    expect((await PDFDocument.load(await bytesOf(document))).getPageCount()).toBe(1);
    expect((await authenticate(document)).code).toBe('DOCUMENT_ALREADY_AUTHENTICATED');
    expect((await desk.sign(secondClerk, copy)).code).toBe('DOCUMENT_NOT_SIGNABLE');
    expect((await authenticate(await desk.write(processId))).code).toBe('DOCUMENT_NOT_DIGITISED');
    expect((await desk.movementsOf(processId)).some((line) => /^Documento \d+ autenticado por Nome de clerk$/.test(line))).toBe(true);
  });

  it('like authentications and cancellations wait until a suspended process is resumed', async () => {
    const { id } = await desk.open();
    const [draft, copy] = [await desk.write(id), await desk.scan(id)];
    await desk.does(clerk, 'suspendProcess', { processId: id, unitId, reason: 'Aguarda decisão' });
    const acts = async () => [
      (await desk.sign(clerk, draft)).code,
      (await desk.acts(clerk, 'authenticateDocument', { documentId: copy.id, unitId, authorization: desk.authorizationFor(clerk, copy), acceptTerm: true, role: 'Protocolista' })).code,
      (await desk.acts(clerk, 'cancelDocument', { documentId: copy.id, unitId, reason: 'Engano' })).code,
    ];
    expect(await acts()).toEqual(['PROCESS_SUSPENDED', 'PROCESS_SUSPENDED', 'PROCESS_SUSPENDED']);
    await desk.does(clerk, 'resumeProcess', { processId: id, unitId });
    expect(await acts()).toEqual([undefined, undefined, undefined]);
  });

  it('SG-01: reach at least the level of the city\'s table, for the act and for the type of document', async () => {
    expect(await levels([{ act: 'INTERNAL_DOCUMENT', level: 'ADVANCED' }], 0, [{ typeKey: 'despacho', level: 'SIMPLE' }])).toBe(1);
    expect(await levels([{ act: 'TERM', level: 'QUALIFIED' }], 0)).toBe('STALE_VERSION');
    expect(await levels([], 1, [{ typeKey: 'gibberish', level: 'SIMPLE' }])).toBe('DOCUMENT_TYPE_UNKNOWN');
    const refused = await desk.sign(clerk, await desk.write(processId));
    expect(refused.details).toMatchObject({ code: 'SIGNATURE_LEVEL_TOO_LOW', neededLevel: 'ADVANCED' });
    expect((await desk.sign(clerk, await desk.write(processId, { typeKey: 'despacho' }))).code).toBeUndefined();
    const byCertificate = await desk.sign(clerk, await desk.write(processId), { method: 'ICP_BRASIL' });
    expect(byCertificate.code).toBe('SIGNATURE_METHOD_NOT_AVAILABLE');
    expect(await levels([{ act: 'INTERNAL_DOCUMENT', level: 'SIMPLE' }], 1, [])).toBe(2);
  });
});
