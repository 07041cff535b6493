import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { waitFor } from '@guiche/kit/testing';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { administrator, callers, codeOf, done } from './issuing-stage.ts';
import { consultedOn, reportDesk } from './report-desk.ts';
import type { ReportedNotice } from './report-desk.ts';
import { startRig } from './rig.ts';

interface Shown {
  readonly id: string; readonly state: { value: string; label: string }; readonly done: number; readonly total: number; readonly failureCode: string | null;
  readonly file: { fileName: string; mediaType: string; size: number; sha256: string; downloadUrl: string } | null;
}
const { clerkOfUnit: clerk, clerkOfOtherUnit } = callers;
const fields = 'id state { value label } done total failureCode file { fileName mediaType size sha256 downloadUrl }';
const ask = `mutation($input: ExportIntimationsInput!) { exportIntimations(input: $input) { replayed export { ${fields} } } }`;

describe('a report as a spreadsheet', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let desk: ReturnType<typeof reportDesk>;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-31T12:00:00-03:00' });
    desk = reportDesk(rig);
    await rows('units').insertOne({ _id: 'pg', municipalityId: 'campinas', name: 'Procuradoria Geral', acronym: 'PG', active: true } as never);
  });
  afterAll(() => rig.stop());
  beforeEach(async () => {
    for (const name of ['notices', 'report_exports', 'jobs']) await rows(name).deleteMany({});
  });

  const rows = (name: string) => rig.database.connection.collection<{ _id: string }>(name);
  const asks = (as: TokenPrincipal | undefined, input: object = {}) => rig.as(as)<{ exportIntimations: { replayed: boolean; export: Shown } }>(ask, { input: { municipalityId: 'campinas', format: 'XLSX', ...input } });
  const shown = (as: TokenPrincipal | undefined, id: string) => rig.as(as)<{ intimationExport: Shown | null }>(`query($id: ID!) { intimationExport(id: $id) { ${fields} } }`, { id });
  const ended = async (id: string, state = 'DONE'): Promise<void> => {
    await waitFor(() => rows('report_exports').findOne({ _id: id, state } as object), { describe: async () => `export ${state}: ${JSON.stringify(await rows('jobs').find({}).toArray())}`, timeoutMs: 60_000 });
  };
  const made = async (as: TokenPrincipal | undefined, input: object = {}): Promise<Shown> => {
    const { exportIntimations } = done(await asks(as, input)) as { exportIntimations: { export: Shown } };
    await ended(exportIntimations.export.id);
    const { intimationExport } = done(await shown(as, exportIntimations.export.id)) as { intimationExport: Shown };
    return intimationExport;
  };
  const local = (url = ''): string => url.replace('http://gateway.test/files/intimation', `${rig.service.url}/files`);
  const download = async ({ file }: Shown): Promise<Buffer> => Buffer.from(await (await fetch(local(file?.downloadUrl))).arrayBuffer());

  const certificate = { documentId: 'c', documentNumber: '0000090', filedAt: new Date() };
  const opened: ReportedNotice = { id: '2', ...consultedOn('2026-03-16'), certificate, issuedAt: new Date('2026-03-06T01:30:00Z'), name: '=HYPERLINK("http://evil")' };

  it('is a workbook with the headings of IN-23, days that can be counted with and the name of the unit', async () => {
    await desk.stored({ id: '1' }, opened);
    const result = await made(clerk);
    expect(result).toMatchObject({
      state: { value: 'DONE', label: 'Pronta' }, done: 2, total: 2,
      file: { fileName: 'Intimações Eletrônicas 31-03-2026.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
    });
    const day = (date: string): Date => new Date(`${date}T00:00:00Z`);
    expect((await readXlsx(await download(result))).sheets[0]?.rows).toEqual([
      [
        'Destinatário', 'Tipo de Intimação', 'Unidade Geradora', 'Data da Geração', 'Situação da Intimação', 'Número da Certidão de Cumprimento',
        'Data de Cumprimento', 'Fim do Prazo', 'Número do Processo', 'Número da Intimação',
      ],
      ['Ana Prado', 'Intimação de decisão', 'Procuradoria Geral', day('2026-03-06'), 'Pendente', null, null, day('2026-03-18'), 'PMC.2026.00000001-60', 'INT 2026/1'],
      [
        '=HYPERLINK("http://evil")', 'Intimação de decisão', 'Procuradoria Geral', day('2026-03-05'), 'Cumprida por Consulta Direta', '0000090',
        day('2026-03-16'), null, 'PMC.2026.00000001-60', 'INT 2026/2',
      ],
    ]);
  });

  it('is text that Excel in Brazil opens, in which nothing is a formula', async () => {
    await desk.stored(opened);
    const result = await made(clerk, { format: 'CSV' });
    const text = (await download(result)).toString();
    expect(result.file?.mediaType).toBe('text/csv');
    expect(text.startsWith('\uFEFFDestinatário;Tipo de Intimação;')).toBe(true);
    expect(parseCsv(text, { delimiter: ';' })[1]?.slice(0, 7)).toEqual([
      '\'=HYPERLINK("http://evil")', 'Intimação de decisão', 'Procuradoria Geral', '05/03/2026', 'Cumprida por Consulta Direta', '0000090', '16/03/2026',
    ]);
  });

  it('has exactly the rows of the report, and its headings without any', async () => {
    await desk.stored({ id: '1' }, { id: '2', unitId: 'other' }, { id: '3', confidedTo: 'bia' }, { id: '4', ...consultedOn('2026-03-16') });
    const numbers = async (as: TokenPrincipal | undefined, filter: object = {}): Promise<unknown[]> =>
      parseCsv((await download(await made(as, { format: 'CSV', filter }))).toString(), { delimiter: ';' }).slice(1).map((row) => row.at(-1));
    expect(await numbers(clerk)).toEqual(['INT 2026/4', 'INT 2026/1']);
    expect(await numbers(administrator)).toEqual(['INT 2026/4', 'INT 2026/2', 'INT 2026/1']);
    expect(await numbers(clerk, { statuses: ['RESPONDED'] })).toEqual([]);
  });

  it('is downloaded once by an address: looking does not use it up, another one does for another time, nobody forges one', async () => {
    await desk.stored({ id: '1' });
    const { id, file } = await made(clerk);
    const url = local(file?.downloadUrl);
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
    const first = await fetch(url);
    expect([first.status, first.headers.get('content-disposition')?.startsWith('attachment'), (await first.arrayBuffer()).byteLength]).toEqual([200, true, file?.size]);
    expect(await (await fetch(url)).json()).toMatchObject({ code: 'DOWNLOAD_ALREADY_USED' });
    // The same address twice at once is served once.
    const again = async (): Promise<string> => local(((await shown(clerk, id)).data?.intimationExport?.file?.downloadUrl));
    const twice = await again();
    expect((await Promise.all([fetch(twice), fetch(twice)])).map(({ status }) => status).sort()).toEqual([200, 404]);
    const late = await again();
    expect((await fetch(late.replace('once/', ''))).status).toBe(404);
    expect((await fetch(late.replace(/aud=[^&]+/, 'aud=eve'))).status).toBe(404);
    rig.clock.advance({ minutes: 5 });
    expect((await fetch(late)).status).toBe(410);
  });

  it('is shown to nobody but who asked for it, and to him while he may see all of it', async () => {
    await desk.stored({ id: '1' });
    const { id } = await made(clerk);
    expect([codeOf(await shown(clerkOfOtherUnit, id)), codeOf(await shown(administrator, id))]).toEqual(['INTIMATION_EXPORT_NOT_FOUND', 'INTIMATION_EXPORT_NOT_FOUND']);
    const moved: TokenPrincipal = { ...clerk, unitIds: ['other'] } as TokenPrincipal;
    expect(codeOf(await shown(moved, id))).toBe('INTIMATION_EXPORT_NOT_FOUND');
    const listed = await rig.as(clerk)<{ myIntimationExports: { edges: { node: { id: string } }[] } }>('{ myIntimationExports(municipalityId: "campinas") { edges { node { id } } } }');
    expect(listed.data?.myIntimationExports.edges.map(({ node }) => node.id)).toEqual([id]);
  });

  it('is the same request by the same key, and refused beyond twenty', async () => {
    const idempotencyKey = 'planilha-de-marco';
    const [first, second] = [await asks(clerk, { idempotencyKey }), await asks(clerk, { idempotencyKey })];
    expect([first.data?.exportIntimations.replayed, second.data?.exportIntimations.replayed]).toEqual([false, true]);
    expect(second.data?.exportIntimations.export.id).toBe(first.data?.exportIntimations.export.id);
    const id = first.data?.exportIntimations.export.id ?? '';
    await ended(id);
    const row = await rows('report_exports').findOne({ _id: id });
    await rows('report_exports').insertMany(Array.from({ length: 19 }, (_, index) => ({ ...row, _id: `kept-${String(index)}` })));
    expect(codeOf(await asks(clerk))).toBe('TOO_MANY_INTIMATION_EXPORTS');
  });

  it('is whole after the service was killed half-way: what was written is taken away, and it is made again', async () => {
    await desk.stored({ id: '1' }, { id: '2' });
    const first = await made(clerk, { format: 'CSV' });
    const killed = await rows('report_exports').findOne({ _id: first.id }) as unknown as { attemptFileId: string };
    // What a kill leaves before the transaction that ends it: an export that runs, and a job without an owner.
    await rows('report_exports').updateOne({ _id: first.id }, { $set: { state: 'RUNNING', file: null, done: 1 } });
    await rows('jobs').updateOne({ kind: 'write-report', key: first.id }, { $set: { state: 'waiting', heldUntil: new Date(0) } });
    rig.service.wake();
    await ended(first.id);
    const again = done(await shown(clerk, first.id)) as { intimationExport: Shown };
    expect(again.intimationExport).toMatchObject({ done: 2, total: 2, file: { sha256: first.file?.sha256 } });
    expect(await rig.service.parts.files.stat(killed.attemptFileId)).toBeUndefined();
    expect((await download(again.intimationExport)).length).toBe(first.file?.size);
  });

  it('does not hold what was issued after it was asked for', async () => {
    await desk.stored({ id: '1' }, { id: 'later', issuedAt: new Date(rig.clock.now().getTime() + 1) });
    expect(await made(clerk, { format: 'CSV' })).toMatchObject({ done: 1 });
  });

  it('ends after seven days: neither row nor file stay', async () => {
    await desk.stored({ id: '1' });
    const { id } = await made(clerk);
    const files = rig.database.connection.collection('files.files');
    const before = await files.countDocuments();
    rig.clock.advance({ days: 7 });
    expect(codeOf(await shown(clerk, id))).toBe('INTIMATION_EXPORT_NOT_FOUND');
    rig.service.wake();
    await waitFor(async () => (await rows('report_exports').findOne({ _id: id })) === null, { describe: 'the export to be removed' });
    expect(await files.countDocuments()).toBe(before - 1);
  });

  it('of twenty thousand rows is read a few hundred at a time, and says how far it is', async () => {
    const count = 20_000;
    for (let start = 0; start < count; start += 2_000) {
      await desk.stored(...Array.from({ length: 2_000 }, (_, index) => ({ id: String(start + index), issuedAt: new Date(rig.clock.now().getTime() - (start + index) * 1_000) })));
    }
    const sizes: number[] = [];
    const listen = ({ commandName, reply }: { commandName: string; reply: { cursor?: { ns?: string; firstBatch?: unknown[]; nextBatch?: unknown[] } } }): void => {
      if (['find', 'getMore'].includes(commandName) && reply.cursor?.ns?.endsWith('.notices') === true) sizes.push((reply.cursor.firstBatch ?? reply.cursor.nextBatch ?? []).length);
    };
    const client = rig.service.parts.connection.getClient();
    client.on('commandSucceeded', listen as never);
    const result = await made(clerk);
    client.off('commandSucceeded', listen as never);
    expect(result).toMatchObject({ done: count, total: count });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
    const { sheets } = await readXlsx(await download(result));
    expect(new Set(sheets[0]?.rows.slice(1).map((row) => row.at(-1))).size).toBe(count);
  });
});
