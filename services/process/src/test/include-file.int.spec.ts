import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import { PDFDocument } from '@cantoo/pdf-lib';
import { clerk, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';

const open = 'mutation($input: OpenProcessInput!) { openProcess(input: $input) { process { id } } }';
const include = `mutation($input: IncludeFileInput!) { includeFile(input: $input) { replayed document {
  id number type title state { value } origin { value } conference { label } accessLevel { value } file { sha256 } version
} } }`;
const cancel = `mutation($input: CancelDocumentInput!) { cancelDocument(input: $input) { document {
  number state { value } file { sha256 } withheld { value label }
} } }`;
const history = `query($id: ID!) { process(id: $id) { globalLevel: accessLevel { value } movements { edges { node { description } } }
  documents { totalCount edges { node { number state { value } } } } } }`;

const codeOf = ({ errors }: GraphqlAnswer<unknown>): unknown => errors[0]?.extensions?.['code'];

async function pdf(change: (document: PDFDocument) => void = () => undefined): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  change(document);
  return document.save();
}

describe('a file in a process', () => {
  let rig: Rig;
  let processId = '';
  beforeAll(async () => {
    rig = await startRig();
    await rig.prepareCity();
  });
  afterAll(() => rig.stop());
  beforeEach(async () => {
    const input = { unitId, typeKey: 'general-request', specification: 'Poda', accessLevel: 'PUBLIC' };
    const opened = await rig.as(clerk)<{ openProcess: { process: { id: string } } }>(open, { input });
    processId = opened.data?.openProcess.process.id ?? '';
  });

  const including = async (change: object = {}, bytes?: Uint8Array, as: TokenPrincipal = clerk) => {
    rig.clock.advance({ seconds: 1 });
    const uploadId = await rig.upload(as, bytes ?? (await pdf()));
    const input = { processId, unitId, typeKey: 'comprovante', title: 'Conta de luz', uploadId, ...change };
    return rig.as(as)<{ includeFile: { document: { id: string; number: string } } }>(include, { input });
  };

  it('SG-08: says whether it was scanned and how the paper was compared', async () => {
    expect((await including({ conference: 'SIMPLE_COPY' })).data).toMatchObject({
      includeFile: { document: { type: 'Comprovante', state: { value: 'SUBMITTED' }, origin: { value: 'DIGITISED' }, conference: { label: 'Cópia simples' } } },
    });
    expect((await including()).data).toMatchObject({ includeFile: { document: { origin: { value: 'BORN_DIGITAL' }, conference: null } } });
  });

  it('PT-04: has the level that its type forces, else the chosen one, else that of the process', async () => {
    const level = async (change: object): Promise<unknown> => (await including(change)).data;
    expect(await level({ typeKey: 'documento-pessoal' })).toMatchObject({ includeFile: { document: { accessLevel: { value: 'RESTRICTED' } } } });
    expect(await level({ accessLevel: 'RESTRICTED', legalHypothesis: 'sigilo-fiscal' })).toMatchObject({
      includeFile: { document: { accessLevel: { value: 'RESTRICTED' } } },
    });
    expect(await level({})).toMatchObject({ includeFile: { document: { accessLevel: { value: 'PUBLIC' } } } });
  });

  it('is refused with the reason when its PDF does more than being read, and the upload may be used no less', async () => {
    const scripted = await pdf((document) => document.addJavaScript('go', 'app.alert(1)'));
    const uploadId = await rig.upload(clerk, scripted);
    const input = { processId, unitId, typeKey: 'comprovante', title: 'Conta', uploadId };
    expect(codeOf(await rig.as(clerk)(include, { input }))).toBe('PDF_WITH_JAVASCRIPT');
    expect((await rig.as(clerk)(history, { id: processId })).data).toMatchObject({ process: { documents: { totalCount: 0 } } });
  });

  it('is taken once, and only by whoever sent it', async () => {
    const uploadId = await rig.upload(clerk, await pdf());
    const other: TokenPrincipal = { kind: 'staff', staffId: 'other', municipalityId: 'campinas', unitIds: [unitId], roles: ['clerk'], sessionId: 'other' };
    expect(codeOf(await including({ uploadId }, undefined, other))).toBe('UPLOAD_NOT_FOUND');
    expect(codeOf(await including({ uploadId }))).toBeUndefined();
    expect(codeOf(await including({ uploadId }))).toBe('UPLOAD_ALREADY_USED');
  });

  it('may be cancelled by its unit with a reason: the number stays, the content is hidden, history tells', async () => {
    const included = await including();
    const { id = '', number = '' } = included.data?.includeFile.document ?? {};
    rig.clock.advance({ seconds: 1 });
    const input = { documentId: id, unitId, reason: 'Incluído no processo errado' };
    expect((await rig.as(clerk)(cancel, { input })).data).toMatchObject({
      cancelDocument: { document: { number, state: { value: 'CANCELLED' }, file: null, withheld: { value: 'CANCELLED' } } },
    });
    expect(codeOf(await rig.as(clerk)(cancel, { input }))).toBe('DOCUMENT_ALREADY_CANCELLED');
    expect((await rig.as(clerk)(history, { id: processId })).data).toMatchObject({
      process: {
        documents: { totalCount: 1, edges: [{ node: { number, state: { value: 'CANCELLED' } } }] },
        movements: { edges: [{}, {}, { node: { description: `Cancelado o documento ${number} (Comprovante): Incluído no processo errado` } }] },
      },
    });
  });

  it.each([
    ['PR-05: that came by a petition', { petitionId: 'petition' }, 'DOCUMENT_OF_PETITION'],
    ['PR-05: that belongs to an intimation', { bonds: [{ intimationId: 'i', number: '2026/1', sealed: false }] }, 'DOCUMENT_OF_INTIMATION'],
    ['that another unit has received', { state: 'LOCKED' }, 'DOCUMENT_LOCKED'],
  ])('is not cancelled %s', async (_case, change, code) => {
    const documentId = (await including()).data?.includeFile.document.id ?? '';
    await rig.service.parts.connection.collection<{ _id: string }>('documents').updateOne({ _id: documentId }, { $set: change });
    expect(codeOf(await rig.as(clerk)(cancel, { input: { documentId, unitId, reason: 'Engano' } }))).toBe(code);
  });
});
