import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { waitFor } from '@guiche/kit/testing';
import { clerk, person, startRig, unitId } from './rig.ts';
import type { Rig } from './rig.ts';
import { clerkOfRio, clerkOfSaj, clerkOfSmf, secondClerk, unitDesk } from './unit-desk.ts';
import type { UnitDesk } from './unit-desk.ts';

interface Shown {
  readonly id: string; readonly state: { value: string }; readonly done: number; readonly total: number; readonly failureCode: string | null;
  readonly file: { fileName: string; mediaType: string; sha256: string; downloadUrl: string } | null; readonly obstacle: { value: string } | null;
  readonly process: { id: string } | null;
}
const fields = 'id state { value } done total failureCode file { fileName mediaType sha256 downloadUrl } obstacle { value } process { id }';
const write = 'mutation($input: WriteDocumentInput!) { writeDocument(input: $input) { document { id } } }';

describe('a whole process as one file', () => {
  let rig: Rig;
  let desk: UnitDesk;
  let processId = '';
  beforeAll(async () => {
    rig = await startRig();
    desk = await unitDesk(rig);
  });
  afterAll(() => rig.stop());
  beforeEach(async () => {
    ({ id: processId } = await desk.open());
    rig.clock.advance({ days: 8 });
  });

  const rows = (name: string) => rig.service.parts.connection.collection<{ _id: string }>(name);
  const writes = async (change: object = {}): Promise<string> => {
    rig.clock.advance({ seconds: 1 });
    const input = { processId, unitId, typeKey: 'despacho', title: 'Despacho', content: '<p>Defiro o pedido.</p>', ...change };
    const { data, errors } = await rig.as(clerk)<{ writeDocument: { document: { id: string } } }>(write, { input });
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.writeDocument.document.id;
  };
  const issue = async (change: object = {}): Promise<string> => {
    const id = await writes(change);
    await rows('documents').updateOne({ _id: id }, { $set: { state: 'SUBMITTED' } });
    return id;
  };
  const asks = async (as: TokenPrincipal, change: object = {}) => {
    const { data, errors } = await rig.as(as)<{ exportProcess: { replayed: boolean; export: Shown } }>(
      `mutation($input: ExportProcessInput!) { exportProcess(input: $input) { replayed export { ${fields} } } }`,
      { input: { processId, format: 'PDF', ...change } },
    );
    return { ...data?.exportProcess, code: errors[0]?.extensions?.['code'] };
  };
  const shown = async (as: TokenPrincipal, id: string) => {
    const { data, errors } = await rig.as(as)<{ processExport: Shown | null }>(`query($id: ID!) { processExport(id: $id) { ${fields} } }`, { id });
    return { ...data?.processExport, code: errors[0]?.extensions?.['code'] };
  };
  const listed = async (as: TokenPrincipal): Promise<string[]> => {
    const { data } = await rig.as(as)<{ myExports: { edges: { node: Shown }[] } }>(`{ myExports { edges { node { ${fields} } } } }`);
    return (data?.myExports.edges ?? []).map(({ node }) => node.id);
  };
  const ended = async (id: string, state = 'DONE'): Promise<void> => {
    await waitFor(async () => (await rows('exports').findOne({ _id: id, state } as object)) !== null, { describe: `export ${id} ${state}`, timeoutMs: 60_000 });
  };
  const made = async (as: TokenPrincipal, change: object = {}) => {
    const { export: asked, code } = await asks(as, change);
    if (asked === undefined) throw new Error(String(code));
    await ended(asked.id);
    return shown(as, asked.id);
  };
  const download = async (url = ''): Promise<Buffer> => {
    const answer = await fetch(url.replace('http://gateway.test/files/process', `${rig.service.url}/files`));
    return Buffer.from(await answer.arrayBuffer());
  };

  it('is a PDF with cover, index and every document in the reach of who asks, made in the background', async () => {
    await issue();
    await writes({ title: 'Minuta' });
    const done = await made(clerk);
    expect(done).toMatchObject({ state: { value: 'DONE' }, done: 2, total: 2, obstacle: null, process: { id: processId }, file: { mediaType: 'application/pdf' } });
    expect((await PDFDocument.load(await download(done.file?.downloadUrl))).getPageCount()).toBe(4);
    expect(await listed(clerk)).toEqual([done.id]);
  });

  it('holds for each reader what he reads: no draft of others, nothing restricted for other units, nothing at all for strangers', async () => {
    await issue();
    await issue({ accessLevel: 'RESTRICTED', legalHypothesis: 'informacao-pessoal' });
    await writes({ title: 'Minuta' });
    expect((await made(clerk)).total).toBe(3);
    expect((await made(clerk, { onlyPublic: true })).total).toBe(1);
    expect((await made(clerkOfSmf)).total).toBe(1);
    expect((await asks(clerkOfRio)).code).toBe('PROCESS_NOT_FOUND');
    expect((await asks(person('ana'))).code).toBe('PROCESS_NOT_FOUND');
  });

  it('lists a cancelled document without its content', async () => {
    const id = await issue({ title: 'Com segredo' });
    await rows('documents').updateOne({ _id: id }, { $set: { state: 'CANCELLED' } });
    await issue();
    const done = await made(clerk, { format: 'ZIP' });
    expect(done).toMatchObject({ total: 2, file: { mediaType: 'application/zip' } });
    const names = (await download(done.file?.downloadUrl)).toString('latin1');
    expect([names.includes('0002 - Despacho.pdf'), names.includes('0001 - Com segredo.pdf')]).toEqual([true, false]);
  });

  it('LW-03: is in the log of readings with the documents it holds, once its address is asked for by who does not work on it', async () => {
    const ids = [await issue(), await issue()];
    await made(clerk);
    const done = await made(clerkOfSmf);
    const log = rig.service.parts.connection.collection('read_log');
    await waitFor(async () => (await log.countDocuments({ processId, part: 'COPY' })) > 0, { describe: 'the reading of the copy' });
    const noted = await log.find({ processId, part: 'COPY' }).toArray();
    expect(new Set(noted.map(({ reader }) => String(reader)))).toEqual(new Set([`staff:${'staffId' in clerkOfSmf ? clerkOfSmf.staffId : ''}`]));
    expect(noted[0]?.['documentIds']).toEqual(ids);
    expect(done.file).not.toBeNull();
  });

  it('is shown to nobody but who asked for it', async () => {
    await issue();
    const { id = '' } = await made(clerk);
    expect((await shown(secondClerk, id)).code).toBe('EXPORT_NOT_FOUND');
    expect(await listed(secondClerk)).toEqual([]);
  });

  it('is not given any more once something in it may not be read, and is given up when that happens on the way', async () => {
    const id = await issue({ accessLevel: 'PUBLIC' });
    const done = await made(clerkOfSmf);
    expect(done.file).not.toBeNull();
    await rows('documents').updateOne({ _id: id }, { $set: { accessLevel: 'RESTRICTED' } });
    expect(await shown(clerkOfSmf, String(done.id))).toMatchObject({ state: { value: 'DONE' }, file: null, obstacle: { value: 'ACCESS_CHANGED' } });

    await rows('exports').updateOne({ _id: String(done.id) }, { $set: { state: 'RUNNING', file: null } });
    await rows('jobs').updateOne({ kind: 'write-export', key: String(done.id) }, { $set: { state: 'waiting', heldUntil: new Date(0) } });
    await ended(String(done.id), 'FAILED');
    expect(await shown(clerkOfSmf, String(done.id))).toMatchObject({ failureCode: 'EXPORT_ACCESS_CHANGED', file: null });
    expect(await rig.service.parts.metrics.metrics()).toMatch(/^guiche_process_exports\{state="FAILED".*\} 1$/m);
  });

  it('is the same file after the service was killed before it said that it had finished', async () => {
    for (let count = 0; count < 3; count += 1) await issue();
    const first = await made(clerk);
    // What a kill between the last byte and the transaction leaves: an export that runs, and a job without an owner.
    await rows('exports').updateOne({ _id: String(first.id) }, { $set: { state: 'RUNNING', file: null, done: 1 } });
    await rows('jobs').updateOne({ kind: 'write-export', key: String(first.id) }, { $set: { state: 'waiting', heldUntil: new Date(0) } });
    await ended(String(first.id));
    const again = await shown(clerk, String(first.id));
    expect(again).toMatchObject({ done: 3, total: 3, file: { sha256: first.file?.sha256 } });
    expect((await download(again.file?.downloadUrl)).length).toBeGreaterThan(1_000);
  });

  it('ends after seven days: neither address nor row nor parts stay', async () => {
    await issue();
    const { id = '', file } = await made(clerk);
    const gathered = () => rig.service.parts.connection.collection('fs.files').countDocuments({ filename: /^part-/ });
    await waitFor(async () => (await gathered()) === 0, { describe: 'no parts' });
    rig.clock.advance({ days: 7 });
    expect((await shown(clerk, id)).code).toBe('EXPORT_NOT_FOUND');
    expect(await listed(clerk)).toEqual([]);
    rig.service.wake();
    await waitFor(async () => (await rows('exports').findOne({ _id: id })) === null, { describe: 'the export gone' });
    expect(await rows('export_items').countDocuments({ exportId: id })).toBe(0);
    expect((await fetch((file?.downloadUrl ?? '').replace('http://gateway.test/files/process', `${rig.service.url}/files`))).status).toBe(410);
    // The file itself goes with the next file that is made, like everything that nothing keeps.
    expect(await rows('staged_files').countDocuments()).toBeGreaterThan(0);
  });

  it('is asked for three times at once at most, and once for the same key', async () => {
    await issue();
    await rows('jobs').updateMany({ kind: 'write-export' }, { $set: { state: 'done' } });
    const one = await asks(clerkOfSaj, { idempotencyKey: 'same-key' });
    expect(await asks(clerkOfSaj, { idempotencyKey: 'same-key' })).toMatchObject({ replayed: true, export: { id: one.export?.id } });
    await ended(String(one.export?.id));
    await rows('exports').updateMany({ _id: String(one.export?.id) }, { $set: { state: 'RUNNING' } });
    const copy = await rows('exports').findOne({ _id: String(one.export?.id) });
    await rows('exports').insertMany(['a', 'b'].map((_id) => ({ ...copy, _id })));
    expect((await asks(clerkOfSaj)).code).toBe('TOO_MANY_EXPORTS');
  });

  it('is refused where there is nothing to copy', async () => {
    expect((await asks(clerk)).code).toBe('EXPORT_EMPTY');
    expect((await asks(clerkOfSaj, { processId: 'none' })).code).toBe('PROCESS_NOT_FOUND');
  });
});
