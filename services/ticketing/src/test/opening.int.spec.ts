import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, fieldCodes, startDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { myTickets } from './documents.ts';
import { keepsBooks } from './keeps-books.ts';
import { pdf, somebody } from './rig.ts';

describe('opening a ticket', () => {
  let rig: Desk;
  beforeAll(async () => {
    rig = await startDesk();
  });
  afterAll(() => rig.stop());

  it('shows number, status, queue, canonical answers and files (ID-05, TK-06)', async () => {
    const ana = somebody('ana');
    const ticket = await rig.show(ana, (await rig.opened(ana)).id);
    expect(ticket).toMatchObject({
      number: expect.stringMatching(/^2026-\d{6}$/),
      status: { code: 'NEW', label: 'Novo' },
      queuePath: ['Campinas', 'Cidadão', 'Protocolo Geral'],
      answers: expect.arrayContaining([expect.objectContaining({ field: 'cpf', value: '52998224725' })]),
      version: 1,
    });
    expect(ticket.files.edges.map(({ node }) => [node.field, node.current])).toEqual([['photo-id', true], ['address-proof', true]]);
    expect(ticket.history.edges.map(({ node }) => [node.kind, node.author.label, node.fileNames])).toEqual([['OPENED', 'Requerente', ['rg.pdf', 'rg.pdf']]]);
    expect(await rig.kinds(ticket.id)).toEqual([['TicketOpened', 1]]);
    const content = await fetch(rig.local(ticket.files.edges[0]?.node.url ?? ''));
    expect(content.headers.get('content-disposition')).toContain('attachment');
    expect(Buffer.from(await content.arrayBuffer())).toEqual(pdf('id'));
  });

  it('tells every problem at once, by field', async () => {
    const wrong = [
      { field: 'pre-registered', value: 'false' },
      { field: 'full-name', value: ' ' },
      { field: 'cpf', value: '111.111.111-11' },
      { field: 'email', value: 'nobody' },
      { field: '__proto__', value: 'x' },
    ];
    const answer = await rig.open(somebody('bad'), { answers: wrong, files: [{ field: 'photo-id', uploadId: 'nowhere' }] });
    expect(codeOf(answer)).toBe('INVALID_INPUT');
    expect(fieldCodes(answer)).toEqual([
      ['answers.4.field', 'UNKNOWN_FIELD'],
      ['answers.pre-registered', 'NOT_TICKED'],
      ['answers.full-name', 'REQUIRED'],
      ['answers.cpf', 'INVALID_CPF'],
      ['answers.email', 'INVALID_EMAIL'],
      ['files.address-proof', 'FILE_REQUIRED'],
      ['files.photo-id', 'UPLOAD_NOT_FOUND'],
    ]);
  });

  it('allows one open accreditation per person and municipality, naming the open one, until it is over', async () => {
    const bia = somebody('bia');
    const first = await rig.opened(bia);
    const second = await rig.open(bia);
    expect(second.errors[0]?.extensions).toMatchObject({ code: 'TICKET_ALREADY_OPEN', ticketId: first.id, number: first.number });
    await rig.does(bia, 'cancelTicket', { ticketId: first.id });
    await rig.opened(bia);
    const carla = somebody('carla');
    const files = await Promise.all([0, 1, 2].map(async (round) => [
      { field: 'photo-id', uploadId: (await rig.upload(carla, pdf(`id-${String(round)}`))).uploadId },
      { field: 'address-proof', uploadId: (await rig.upload(carla, pdf(`ad-${String(round)}`))).uploadId },
    ]));
    const parallel = await Promise.all(files.map((sent) => rig.open(carla, { files: sent })));
    expect(parallel.map((answer) => codeOf(answer) ?? 'opened').sort()).toEqual(['TICKET_ALREADY_OPEN', 'TICKET_ALREADY_OPEN', 'opened']);
  });

  it('answers the same key with the first result, and refuses it for another body', async () => {
    const dora = somebody('dora');
    const input = { serviceId: rig.serviceIds['complaint'], answers: [{ field: 'text', value: 'Buraco na rua.' }], files: [], idempotencyKey: 'open-dora-1' };
    const parallel = await Promise.all([1, 2, 3].map(() => rig.open(dora, input)));
    const replay = await rig.open(dora, input);
    expect(replay.data?.openTicket.replayed).toBe(true);
    for (const { data, errors } of parallel) {
      if (data?.openTicket !== undefined) expect(data.openTicket.ticket.id).toBe(replay.data?.openTicket.ticket.id);
      else expect(errors[0]?.extensions).toMatchObject({ code: 'IDEMPOTENCY_KEY_IN_USE', kind: 'conflict' });
    }
    expect(await rig.collection('tickets').countDocuments({ requesterId: 'dora' })).toBe(1);
    expect(codeOf(await rig.open(dora, { ...input, answers: [{ field: 'text', value: 'Outra coisa.' }] }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('gives 200 parallel openings 200 numbers', async () => {
    const opened = await Promise.all(Array.from({ length: 200 }, (_, index) => rig.complain(somebody(`parallel-${String(index)}`))));
    expect(new Set(opened.map(({ number }) => number)).size).toBe(200);
  });

  it('lists the own tickets newest first, page by page, counted apart', async () => {
    const eva = somebody('eva');
    const ids: string[] = [];
    for (const text of ['um', 'dois', 'três']) {
      rig.clock.advance({ seconds: 1 });
      ids.unshift((await rig.complain(eva, text)).id);
    }
    interface Answer { myTickets: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string } }[] } }
    const first = await rig.as(eva)<Answer>(myTickets, { first: 2 });
    expect(first.data?.myTickets).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await rig.as(eva)<Answer>(myTickets, { first: 2, after: first.data?.myTickets.pageInfo.endCursor });
    const listed = [...(first.data?.myTickets.edges ?? []), ...(rest.data?.myTickets.edges ?? [])].map(({ node }) => node.id);
    expect(listed).toEqual(ids);
    expect(codeOf(await rig.as(eva)(myTickets, { first: 101 }))).toBe('INVALID_PAGE_SIZE');
    expect(codeOf(await rig.as(eva)(myTickets, { after: 'nonsense' }))).toBe('INVALID_CURSOR');
  });

  keepsBooks(() => rig, ['tickets', 'ticket_entries', 'ticket_files', 'outbox', 'audit', 'idempotency']);
});
