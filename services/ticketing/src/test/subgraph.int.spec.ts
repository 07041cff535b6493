import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeEnvelope, decodeEvent } from '@guiche/contracts';
import { assertTransactional, waitFor } from '@guiche/kit/testing';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import { act, configureService, configureTickets, myTickets, readTicket, services, ticketQueue } from './documents.ts';
import { accreditation, administrator, answers, callers, city, operator, pdf, secondClerk, sha256, somebody, startRig, unit } from './rig.ts';
import type { OpenedTicket, TicketingRig } from './rig.ts';

const clerk = callers.clerkOfUnit;
const codeOf = (answer: GraphqlAnswer<unknown>): unknown => answer.errors[0]?.extensions?.['code'];
const fieldCodes = (answer: GraphqlAnswer<unknown>): [string, string][] =>
  ((answer.errors[0]?.extensions?.['fields'] ?? []) as { path: string; code: string }[]).map(({ path, code }) => [path, code]);

interface Shown extends OpenedTicket {
  queuePath: string[];
  answers: { field: string; value: string }[];
  assignee: { id: string } | null;
  settlement: { state: string; label: string; failure: string | null } | null;
  solution: { kind: string; text: string; acceptance: string | null; solvedBy: { id: string } } | null;
  process: { id: string } | null;
  processNumber: string | null;
  processLink: string | null;
  processOpenedAt: string | null;
  pendingReason: string | null;
  files: { edges: { node: { id: string; field: string | null; name: string; current: boolean; url: string; sha256: string } }[] };
  history: { edges: { node: { kind: string; text: string; private: boolean; author: { role: string; label: string }; fileNames: string[] } }[] };
}

describe('the ticketing service', () => {
  let rig: TicketingRig;
  beforeAll(async () => {
    rig = await startRig();
  });
  afterAll(() => rig.stop());

  /** Sends a file as one of the unit's staff; what a follow-up attaches. */
  const attached = async (name: string) => [{ uploadId: (await rig.upload(secondClerk, pdf(name), { fileName: name })).uploadId }];
  const show = async (principal: Parameters<TicketingRig['as']>[0], id: string): Promise<Shown> => {
    const { data, errors } = await rig.as(principal)<{ ticket: Shown | null }>(readTicket, { id });
    if (data?.ticket == null) throw new Error(`No ticket ${id}: ${JSON.stringify(errors)}`);
    return data.ticket;
  };
  const does = async (principal: Parameters<TicketingRig['as']>[0], name: keyof typeof act, input: Record<string, unknown>) => {
    const answer = await rig.as(principal)<Record<string, { replayed: boolean; ticket: Shown }>>(act[name], { input });
    return { ...answer, ticket: answer.data?.[name]?.ticket, code: codeOf(answer) };
  };
  const eventsOf = async (ticketId: string) => {
    const rows = await rig.collection('outbox').find({ aggregateId: ticketId }).sort({ seq: 1 }).toArray();
    return rows.map((row) => ({ type: String(row['type']).split('.').at(-1), seq: row['seq'], envelope: decodeEnvelope((row['bytes'] as { buffer: Uint8Array }).buffer) }));
  };
  const kinds = async (ticketId: string) => (await eventsOf(ticketId)).map(({ type, seq }) => [type, seq]);
  const untilSettled = (id: string, state: string) =>
    waitFor(async () => (await show(clerk, id)).settlement?.state === state, { describe: `settlement ${state}` });
  const offer = (ticketId: string, processId: string) => ({
    processId, processNumber: 'PMC.2026.00000001-55', municipalityId: city, personId: 'p', documentId: 'd', ticketId,
    openedAt: rig.clock.now(), link: `/processos/${processId}`,
  });

  describe('catalogue', () => {
    it('is public, searched without accents, with the whole form', async () => {
      const { data } = await rig.as()<{ services: { totalCount: number; edges: { node: Record<string, unknown> }[] } }>(services, { municipalityId: city, search: 'usuario EXTERNO' });
      expect(data?.services.totalCount).toBe(1);
      expect(data?.services.edges[0]?.node).toMatchObject({
        key: 'accreditation',
        categoryPath: ['Serviços', 'SEI', 'Cadastro de Usuário Externo no SEI'],
        form: {
          fields: expect.arrayContaining([
            expect.objectContaining({ key: 'pre-registered', kind: 'CHECKBOX', required: true, link: { text: 'Faça o pré-cadastro', url: '/pre-cadastro' } }),
            expect.objectContaining({ key: 'cpf', kind: 'CPF', mask: '000.000.000-00' }),
            expect.objectContaining({ key: 'photo-id', files: { accept: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 20 * 1024 * 1024, minCount: 1, maxCount: 1 } }),
          ]),
        },
      });
      const page = await rig.as()<{ services: { edges: unknown[]; pageInfo: { hasNextPage: boolean } } }>(services, { municipalityId: city, first: 1 });
      expect(page.data?.services).toMatchObject({ pageInfo: { hasNextPage: true } });
      for (const search of ['.*', '$where', '(', '\\']) {
        expect((await rig.as()<{ services: { totalCount: number } }>(services, { municipalityId: city, search })).data?.services.totalCount).toBe(0);
      }
    });

    it('takes a search for words, whatever it is made of', async () => {
      const found = async (search: string) => {
        const { data, errors } = await rig.as()<{ services: { totalCount: number } }>(services, { municipalityId: city, search });
        return [errors, data?.services.totalCount];
      };
      for (const search of ['.*', '(', '[a', '\\', '$gt', 'x\ud800']) expect([search, ...(await found(search))]).toEqual([search, [], 0]);
      expect(await found('usuario\u0000externo')).toEqual([[], 1]);
    });

    it('keeps one service per key: the same definition changes nothing, another one makes the next version', async () => {
      const again = await rig.as(operator)(configureService, { input: accreditation });
      expect(again.data).toMatchObject({ configureService: { service: { id: rig.serviceIds['accreditation'], version: 1 } } });
      const changed = await rig.as(operator)(configureService, { input: { ...accreditation, guidance: 'Outra.' } });
      expect(changed.data).toMatchObject({ configureService: { service: { id: rig.serviceIds['accreditation'], version: 2 } } });
      expect(codeOf(await rig.as(operator)(configureService, { input: { ...accreditation, expectedVersion: 1 } }))).toBe('STALE_VERSION');
    });

    it('refuses a definition with every problem at once', async () => {
      const fields = [{ key: 'A b', label: '', kind: 'SELECT' }, { key: 'f', label: 'F', kind: 'FILE', files: { accept: ['text/html'], maxBytes: 99_999_999 } }];
      const answer = await rig.as(administrator)(configureService, { input: { ...accreditation, key: 'Wrong Key', fields } });
      expect(fieldCodes(answer)).toEqual([
        ['key', 'INVALID_KEY'],
        ['fields.0.key', 'INVALID_KEY'],
        ['fields.0.label', 'REQUIRED'],
        ['fields.0.options', 'REQUIRED'],
        ['fields.1.files.accept', 'INVALID_MEDIA_TYPE'],
        ['fields.1.files.maxBytes', 'OUT_OF_RANGE'],
      ]);
      expect(codeOf(await rig.as(administrator)(configureService, { input: { ...accreditation, unitId: 'nowhere' } }))).toBe('UNIT_NOT_FOUND');
    });
  });

  describe('opening', () => {
    it('shows number, status, queue, canonical answers and files (ID-05, TK-06)', async () => {
      const ana = somebody('ana');
      const ticket = await show(ana, (await rig.opened(ana)).id);
      expect(ticket).toMatchObject({
        number: expect.stringMatching(/^2026-\d{6}$/),
        status: { code: 'NEW', label: 'Novo' },
        queuePath: ['Campinas', 'Cidadão', 'Protocolo Geral'],
        answers: expect.arrayContaining([expect.objectContaining({ field: 'cpf', value: '52998224725' })]),
        version: 1,
      });
      expect(ticket.files.edges.map(({ node }) => [node.field, node.current])).toEqual([['photo-id', true], ['address-proof', true]]);
      expect(ticket.history.edges.map(({ node }) => [node.kind, node.author.label, node.fileNames])).toEqual([['OPENED', 'Requerente', ['rg.pdf', 'rg.pdf']]]);
      expect(await kinds(ticket.id)).toEqual([['TicketOpened', 1]]);
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
      await does(bia, 'cancelTicket', { ticketId: first.id });
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
  });

  describe('uploads', () => {
    const uploader = somebody('uploader');
    const openWith = async (uploadId: string, principal = uploader) => {
      const other = (await rig.upload(principal, pdf('other'))).uploadId;
      return fieldCodes(await rig.open(principal, { files: [{ field: 'photo-id', uploadId }, { field: 'address-proof', uploadId: other }] }));
    };

    it('of 20 MB + 1 byte, of a false type, cut short or with another hash are refused', async () => {
      const limit = 20 * 1024 * 1024;
      await expect(rig.upload(uploader, pdf('big', limit + 1))).rejects.toThrow('FILE_TOO_LARGE');
      const large = await rig.upload(uploader, pdf('big', limit + 1), { size: limit });
      expect([large.status, large.body]).toEqual([413, expect.stringContaining('FILE_TOO_LARGE')]);
      const html = await rig.upload(uploader, Buffer.from('<html><script>alert(1)</script></html>'));
      expect([html.status, html.body]).toEqual([415, expect.stringContaining('FILE_TYPE_NOT_ACCEPTED')]);
      const cut = await rig.upload(uploader, pdf('cut'), { size: 999 });
      expect([cut.status, cut.body]).toEqual([422, expect.stringContaining('FILE_SIZE_MISMATCH')]);
      const swapped = await rig.upload(uploader, pdf('one'), { sha256: sha256(pdf('two')) });
      expect([swapped.status, swapped.body]).toEqual([422, expect.stringContaining('FILE_HASH_MISMATCH')]);
      expect(await openWith(swapped.uploadId)).toEqual([['files.photo-id', 'UPLOAD_INCOMPLETE']]);
    });

    it('of another person do not exist, and each is used once', async () => {
      const theirs = await rig.upload(somebody('another'), pdf('theirs'));
      expect(await openWith(theirs.uploadId)).toEqual([['files.photo-id', 'UPLOAD_NOT_FOUND']]);
      const mine = await rig.upload(uploader, pdf('mine'));
      expect(fieldCodes(await rig.open(uploader, { files: [{ field: 'photo-id', uploadId: mine.uploadId }, { field: 'address-proof', uploadId: mine.uploadId }] }))).toEqual([
        ['files.address-proof', 'UPLOAD_ALREADY_USED'],
      ]);
      const ticket = await rig.opened(uploader, { files: [{ field: 'photo-id', uploadId: mine.uploadId }, { field: 'address-proof', uploadId: (await rig.upload(uploader, pdf('more'))).uploadId }] });
      await does(uploader, 'cancelTicket', { ticketId: ticket.id });
      expect(await openWith(mine.uploadId)).toEqual([['files.photo-id', 'UPLOAD_ALREADY_USED']]);
      expect((await fetch(mine.url, { method: 'PUT', body: pdf('mine') })).status).toBeGreaterThanOrEqual(400);
    });
  });

  describe('the staff', () => {
    it('sees the queue of its units paged, filtered and searched by number', async () => {
      interface Answer { ticketQueue: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string; number: string } }[] } }
      const ticket = await rig.complain(somebody('queued'));
      const first = await rig.as(clerk)<Answer>(ticketQueue, { municipalityId: city, unitId: unit, first: 5 });
      expect(first.data?.ticketQueue.edges).toHaveLength(5);
      expect(first.data?.ticketQueue.totalCount).toBeGreaterThan(200);
      const next = await rig.as(clerk)<Answer>(ticketQueue, { municipalityId: city, unitId: unit, first: 5, after: first.data?.ticketQueue.pageInfo.endCursor });
      const seen = [...(first.data?.ticketQueue.edges ?? []), ...(next.data?.ticketQueue.edges ?? [])].map(({ node }) => node.number);
      expect(new Set(seen).size).toBe(10);
      for (const search of [ticket.number, String(Number(ticket.number.slice(5)))]) {
        const found = await rig.as(clerk)<Answer>(ticketQueue, { municipalityId: city, search });
        expect(found.data?.ticketQueue.edges.map(({ node }) => node.id)).toEqual([ticket.id]);
      }
      for (const search of ['{"$gt":""}', '.*', '9'.repeat(500)]) {
        expect((await rig.as(clerk)<Answer>(ticketQueue, { municipalityId: city, search })).data?.ticketQueue.totalCount).toBe(0);
      }
      await does(clerk, 'takeTicket', { ticketId: ticket.id });
      const mine = await rig.as(clerk)<Answer>(ticketQueue, { municipalityId: city, status: ['ASSIGNED'], assigneeId: 'clerk-of-unit' });
      expect(mine.data?.ticketQueue.edges.map(({ node }) => node.id)).toContain(ticket.id);
      const free = await rig.as(clerk)<Answer>(ticketQueue, { municipalityId: city, unassigned: true, search: ticket.number });
      expect(free.data?.ticketQueue.totalCount).toBe(0);
    });

    it('takes a ticket once, however many clerks reach for it', async () => {
      const ticket = await rig.complain(somebody('wanted'));
      const both = await Promise.all([does(clerk, 'takeTicket', { ticketId: ticket.id }), does(secondClerk, 'takeTicket', { ticketId: ticket.id })]);
      expect(both.map(({ code }) => code ?? 'taken').sort()).toEqual(['TICKET_ALREADY_TAKEN', 'taken']);
      expect(await kinds(ticket.id)).toEqual([['TicketOpened', 1], ['TicketAssigned', 2]]);
    });

    it('does not overwrite what somebody else changed', async () => {
      const ticket = await rig.complain(somebody('stale'));
      const taken = await does(clerk, 'takeTicket', { ticketId: ticket.id, expectedVersion: 1 });
      expect(taken.ticket?.version).toBe(2);
      const late = await does(secondClerk, 'assignTicket', { ticketId: ticket.id, assigneeId: 'second-clerk', expectedVersion: 1 });
      expect(late.errors[0]?.extensions).toMatchObject({ code: 'STALE_VERSION', version: 2 });
      expect((await does(clerk, 'assignTicket', { ticketId: ticket.id, assigneeId: 'second-clerk', expectedVersion: 2 })).ticket?.assignee?.id).toBe('second-clerk');
    });

    it('asks for a better document and gets it in the place of the first one (TK-03)', async () => {
      const fabio = somebody('fabio');
      const { id } = await rig.opened(fabio);
      await does(clerk, 'takeTicket', { ticketId: id });
      const asked = await does(clerk, 'requestInformation', { ticketId: id, text: 'O documento está ilegível.' });
      expect(asked.ticket).toMatchObject({ status: { code: 'PENDING', label: 'Pendente' }, pendingReason: 'O documento está ilegível.' });
      const better = await rig.upload(fabio, pdf('better'), { fileName: 'rg-frente.pdf' });
      const replied = await does(fabio, 'replyToTicket', { ticketId: id, text: 'Segue o documento.', files: [{ field: 'photo-id', uploadId: better.uploadId }] });
      expect(replied.ticket).toMatchObject({ status: { code: 'ASSIGNED' }, pendingReason: null });
      const files = (await show(clerk, id)).files.edges.map(({ node }) => [node.field, node.name, node.current]);
      expect(files).toEqual([['photo-id', 'rg.pdf', false], ['address-proof', 'rg.pdf', true], ['photo-id', 'rg-frente.pdf', true]]);
      expect((await does(fabio, 'replyToTicket', { ticketId: id, text: 'De novo.' })).code).toBe('TICKET_NOT_PENDING');
      expect(await kinds(id)).toEqual([['TicketOpened', 1], ['TicketAssigned', 2], ['TicketPending', 3], ['TicketReplied', 4]]);
    });

    it('plans the work for later and takes it up again (TK-02)', async () => {
      const { id } = await rig.complain(somebody('planned'));
      expect((await does(clerk, 'planTicket', { ticketId: id, text: 'Na sexta.' })).code).toBe('TICKET_WRONG_STATUS');
      await does(clerk, 'takeTicket', { ticketId: id });
      expect((await does(clerk, 'planTicket', { ticketId: id, text: 'Na sexta.' })).ticket?.status).toEqual({ code: 'PLANNED', label: 'Em atendimento (planejado)' });
      expect((await does(secondClerk, 'takeTicket', { ticketId: id })).code).toBe('TICKET_ALREADY_TAKEN');
      expect((await does(clerk, 'takeTicket', { ticketId: id })).ticket?.status.code).toBe('ASSIGNED');
    });

    it('writes in private what the requester never reads (TK-07)', async () => {
      const gil = somebody('gil');
      const { id } = await rig.complain(gil);
      expect((await does(gil, 'addFollowUp', { ticketId: id, text: 'Segredo', private: true })).code).toBe('FORBIDDEN');
      await does(secondClerk, 'addFollowUp', { ticketId: id, text: 'Parece repetido.', private: true, files: await attached('parecer.pdf') });
      await does(secondClerk, 'addFollowUp', { ticketId: id, text: 'Estamos vendo.', files: await attached('foto.pdf') });
      const texts = async (who: Parameters<TicketingRig['as']>[0]) => (await show(who, id)).history.edges.map(({ node }) => node.text);
      expect(await texts(gil)).toEqual(['', 'Estamos vendo.']);
      expect(await texts(clerk)).toEqual(['', 'Parece repetido.', 'Estamos vendo.']);
      const files = async (who: Parameters<TicketingRig['as']>[0]) => (await show(who, id)).files.edges.map(({ node }) => node.name);
      expect(await files(gil)).toEqual(['foto.pdf']);
      expect(await files(clerk)).toEqual(['parecer.pdf', 'foto.pdf']);
    });

    it('cannot be undone by a requester who cancels after it acted (TK-04)', async () => {
      const hugo = somebody('hugo');
      const taken = await rig.complain(hugo);
      await does(clerk, 'takeTicket', { ticketId: taken.id });
      expect((await does(hugo, 'cancelTicket', { ticketId: taken.id })).code).toBe('TICKET_NOT_CANCELLABLE');
      const fresh = await rig.complain(hugo);
      expect((await does(hugo, 'cancelTicket', { ticketId: fresh.id })).ticket?.status).toEqual({ code: 'CANCELLED', label: 'Cancelado' });
      expect(await kinds(fresh.id)).toEqual([['TicketOpened', 1], ['TicketCancelled', 2]]);
    });
  });

  describe('a solution', () => {
    it('is given once; a refused one makes way for another (TK-05)', async () => {
      const iris = somebody('iris');
      const { id } = await rig.complain(iris);
      expect((await does(clerk, 'solveTicket', { ticketId: id, text: 'Lâmpada trocada.' })).ticket).toMatchObject({ status: { code: 'SOLVED' }, solution: { kind: 'ANSWERED', acceptance: 'WAITING' } });
      expect((await does(clerk, 'solveTicket', { ticketId: id, text: 'De novo.' })).code).toBe('TICKET_ALREADY_SOLVED');
      expect((await does(iris, 'refuseSolution', { ticketId: id, text: 'Continua escuro.' })).ticket).toMatchObject({ status: { code: 'ASSIGNED' }, solution: { acceptance: 'REFUSED' } });
      expect((await does(clerk, 'solveTicket', { ticketId: id, text: 'Trocada mesmo.' })).ticket?.solution).toMatchObject({ text: 'Trocada mesmo.', acceptance: 'WAITING' });
      expect((await does(iris, 'approveSolution', { ticketId: id })).ticket).toMatchObject({ status: { code: 'CLOSED', label: 'Fechado' }, solution: { acceptance: 'ACCEPTED' } });
      expect((await does(clerk, 'solveTicket', { ticketId: id, text: 'Mais uma.' })).code).toBe('TICKET_ALREADY_SOLVED');
      const told = (await eventsOf(id)).filter(({ type }) => type === 'TicketSolved');
      const numbers = told.map(({ envelope }) => decodeEvent('guiche.ticketing.v1.TicketSolved', envelope.payload).solutionNumber);
      expect(numbers).toEqual([1, 2]);
    });

    it('closes by itself when the time to object is over, at once where the city says so (TK-05)', async () => {
      const { id } = await rig.complain(somebody('jo'));
      await does(clerk, 'solveTicket', { ticketId: id, text: 'Feito.' });
      const job = await rig.collection('jobs').findOne({ kind: 'close-ticket', 'data.ticketId': id });
      // Seven days after 2 March, at the end of that day in São Paulo.
      expect(job?.['dueAt']).toEqual(new Date('2026-03-10T02:59:59.999Z'));
      const before = rig.clock.now();
      rig.clock.set('2026-03-10T03:00:00Z');
      rig.service.wake();
      await waitFor(async () => (await show(clerk, id)).status.code === 'CLOSED', { describe: 'the ticket closed by itself' });
      rig.clock.set(before.toISOString());
      await rig.as(administrator)(configureTickets, { input: { municipalityId: city, autoCloseDays: 0 } });
      const other = await rig.complain(somebody('ka'));
      expect((await does(clerk, 'solveTicket', { ticketId: other.id, text: 'Feito.' })).ticket).toMatchObject({ status: { code: 'CLOSED' }, solution: { acceptance: 'ACCEPTED' } });
      await rig.as(administrator)(configureTickets, { input: { municipalityId: city, autoCloseDays: null } });
      const open = await rig.complain(somebody('lia'));
      expect((await does(clerk, 'solveTicket', { ticketId: open.id, text: 'Feito.' })).ticket?.status.code).toBe('SOLVED');
      expect(await rig.collection('jobs').countDocuments({ 'data.ticketId': open.id })).toBe(0);
      await rig.as(administrator)(configureTickets, { input: { municipalityId: city, autoCloseDays: 7 } });
      expect(fieldCodes(await rig.as(administrator)(configureTickets, { input: { municipalityId: city, autoCloseDays: 366 } }))).toEqual([['autoCloseDays', 'OUT_OF_RANGE']]);
    });

    it('that refuses the request is final and says why', async () => {
      const leo = somebody('leo');
      const { id } = await rig.opened(leo);
      const refused = await does(clerk, 'refuseTicket', { ticketId: id, text: 'Documento de outra pessoa.' });
      expect(refused.ticket).toMatchObject({ status: { code: 'CLOSED' }, solution: { kind: 'REFUSED', text: 'Documento de outra pessoa.', acceptance: null } });
      expect(await kinds(id)).toEqual([['TicketOpened', 1], ['TicketRefused', 2]]);
      await rig.opened(leo);
    });
  });

  describe('the approval of an accreditation (TK-08)', () => {
    it('runs visibly, sends the files that count, and solves the ticket once when access is offered', async () => {
      const mara = somebody('mara');
      const { id, number } = await rig.opened(mara);
      await does(secondClerk, 'addFollowUp', { ticketId: id, text: 'Só para nós.', private: true, files: await attached('consulta.pdf') });
      await does(secondClerk, 'addFollowUp', { ticketId: id, text: 'Confira as orientações.', files: await attached('orientacoes.pdf') });
      const own = await rig.upload(mara, pdf('certidao'), { fileName: 'certidao.pdf' });
      await does(mara, 'addFollowUp', { ticketId: id, text: 'Mais um documento.', files: [{ uploadId: own.uploadId }] });
      expect((await does(clerk, 'solveTicket', { ticketId: id, text: 'Ok.' })).code).toBe('APPROVAL_NEEDED');
      const approved = await does(clerk, 'approveAccreditation', { ticketId: id });
      expect(approved.ticket).toMatchObject({ status: { code: 'ASSIGNED' }, assignee: { id: 'clerk-of-unit' }, settlement: { state: 'RUNNING', label: 'Em processamento' } });
      for (const name of ['approveAccreditation', 'takeTicket'] as const) {
        expect((await does(secondClerk, name, { ticketId: id })).code).toBe('APPROVAL_RUNNING');
      }
      expect((await does(clerk, 'refuseTicket', { ticketId: id, text: 'Mudei de ideia.' })).code).toBe('APPROVAL_RUNNING');

      const event = (await eventsOf(id)).find(({ type }) => type === 'AccreditationApproved');
      const data = decodeEvent('guiche.ticketing.v1.AccreditationApproved', event?.envelope.payload ?? Buffer.alloc(0));
      expect(data).toMatchObject({ municipalityId: city, personId: 'mara', unitId: unit, approvedBy: 'clerk-of-unit' });
      expect(data.files.map(({ label }) => label)).toEqual(['Documento oficial com foto e CPF', 'Comprovante de endereço', 'Documento complementar']);
      expect(data.files.map(({ name }) => name)).toEqual(['rg.pdf', 'rg.pdf', 'certidao.pdf']);
      const [file] = data.files;
      const content = await fetch(`${rig.service.url}${file?.url ?? ''}`);
      expect(sha256(Buffer.from(await content.arrayBuffer()))).toBe(file?.sha256);
      const forged = await fetch(`${rig.service.url}${(file?.url ?? '').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}`);
      expect(forged.status).toBe(404);

      const offered = offer(id, 'process-mara');
      for (const eventId of ['offer-1', 'offer-1', 'offer-1']) await rig.say('guiche.process.v1.AccessOffered', offered, 'process-mara', { seq: 1, eventId });
      await untilSettled(id, 'DONE');
      expect(await show(mara, id)).toMatchObject({
        status: { code: 'SOLVED', label: 'Solucionado' },
        process: { id: 'process-mara' },
        processNumber: 'PMC.2026.00000001-55',
        processLink: '/processos/process-mara',
        processOpenedAt: offered.openedAt.toISOString(),
        solution: { kind: 'APPROVED', acceptance: 'WAITING', solvedBy: { id: 'clerk-of-unit' } },
      });
      await rig.say('guiche.process.v1.AccessOffered', offered, 'process-mara', { seq: 2, eventId: 'offer-2' });
      await waitFor(async () => (await rig.collection('inbox').countDocuments({ aggregateId: 'process-mara' })) === 2, { describe: 'the second offer noted' });
      expect(await kinds(id)).toEqual([['TicketOpened', 1], ['TicketFollowUpAdded', 2], ['TicketFollowUpAdded', 3], ['TicketFollowUpAdded', 4], ['AccreditationApproved', 5], ['TicketSolved', 6]]);
      const solved = (await eventsOf(id)).at(-1);
      expect(decodeEvent('guiche.ticketing.v1.TicketSolved', solved?.envelope.payload ?? Buffer.alloc(0))).toMatchObject({ number, processNumber: 'PMC.2026.00000001-55', processId: 'process-mara' });
      expect((await does(clerk, 'approveAccreditation', { ticketId: id })).code).toBe('TICKET_ALREADY_SOLVED');
      await does(mara, 'refuseSolution', { ticketId: id, text: 'Não consigo entrar.' });
      expect((await does(clerk, 'approveAccreditation', { ticketId: id })).code).toBe('APPROVAL_ALREADY_DONE');
    });

    it('that fails goes back to the clerk, who is told why in private, and can be approved again', async () => {
      const nina = somebody('nina');
      const { id } = await rig.opened(nina);
      await does(clerk, 'approveAccreditation', { ticketId: id });
      const failed = { ticketId: id, accreditationId: 'acc', municipalityId: city, personId: 'nina', reasonCode: 'FILE_HASH_MISMATCH', detail: 'rg.pdf' };
      await rig.say('guiche.process.v1.AccreditationProcessFailed', failed, `dossier-${id}`);
      await untilSettled(id, 'FAILED');
      const forClerk = await show(clerk, id);
      expect(forClerk).toMatchObject({ status: { code: 'ASSIGNED' }, settlement: { state: 'FAILED', label: 'Não concluído', failure: expect.stringContaining('rg.pdf') } });
      expect(forClerk.history.edges.at(-1)?.node).toMatchObject({ kind: 'APPROVAL_FAILED', private: true, text: expect.stringContaining('Peça ao requerente') });
      const forCitizen = await show(nina, id);
      expect(forCitizen.settlement?.failure).toBeNull();
      expect(forCitizen.history.edges.map(({ node }) => node.kind)).toEqual(['OPENED', 'APPROVED']);
      expect((await does(clerk, 'approveAccreditation', { ticketId: id })).ticket?.settlement?.state).toBe('RUNNING');
      await rig.say('guiche.identity.v1.AccreditationReleaseRefused', { accreditationId: `acc-${id}`, ticketId: id, personId: 'nina', municipalityId: city, reasonCode: 'ACCREDITATION_BLOCKED' }, `acc-${id}`);
      await untilSettled(id, 'FAILED');
    });

    it('that is stuck for ten minutes raises an alarm once, and still completes', async () => {
      const olga = somebody('olga');
      const { id } = await rig.opened(olga);
      await does(clerk, 'approveAccreditation', { ticketId: id });
      rig.clock.advance({ minutes: 11 });
      rig.service.wake();
      const delayed = async () => (await show(clerk, id)).history.edges.filter(({ node }) => node.kind === 'APPROVAL_DELAYED').length === 1;
      await waitFor(delayed, { describe: 'the clerk told of the delay' });
      const metrics = await (await fetch(`${rig.service.url}/metrics`)).text();
      expect(metrics).toMatch(/guiche_ticketing_settlements_stuck_total\{[^}]*\} 1/);
      await rig.say('guiche.process.v1.AccessOffered', offer(id, 'process-olga'), 'process-olga');
      await untilSettled(id, 'DONE');
    });

    it('starts once, however many clerks approve at the same moment', async () => {
      const { id } = await rig.opened(somebody('paula'));
      const both = await Promise.all([does(clerk, 'approveAccreditation', { ticketId: id }), does(secondClerk, 'approveAccreditation', { ticketId: id })]);
      expect(both.map(({ code }) => code ?? 'approved').sort()).toEqual(['APPROVAL_RUNNING', 'approved']);
      expect(await kinds(id)).toEqual([['TicketOpened', 1], ['AccreditationApproved', 2]]);
    });
  });

  describe('hostile input', () => {
    const hostile = ['', ' ', '\u0000', 'a\u0007b', '\u202Eevil', '😀'.repeat(50), '__proto__', 'constructor', '{"$gt":""}', '$where', '\ud800', 'x'.repeat(900_000)];

    it('is stored exactly or refused with a code, in every text', async () => {
      const quim = somebody('quim');
      const { id } = await rig.complain(quim);
      for (const text of hostile) {
        const answer = await does(quim, 'addFollowUp', { ticketId: id, text });
        if (answer.errors.length > 0) expect(['INVALID_INPUT', 'BODY_TOO_LARGE']).toContain(answer.code);
        else expect((await rig.collection('ticket_entries').find({ ticketId: id }).sort({ position: -1 }).limit(1).next())?.['text']).toBe(text);
        const opened = await rig.open(quim, { serviceId: rig.serviceIds['complaint'], answers: [{ field: 'text', value: text }], files: [] });
        if (opened.errors.length > 0) expect(['INVALID_INPUT', 'BODY_TOO_LARGE']).toContain(codeOf(opened));
        else expect((await show(quim, opened.data?.openTicket.ticket.id ?? '')).answers[0]?.value).toBe(text);
        for (const name of ['takeTicket', 'requestInformation'] as const) {
          const refused = await does(clerk, name, { ticketId: text, ...(name === 'takeTicket' ? {} : { text: 'x' }) });
          expect(['TICKET_NOT_FOUND', 'BODY_TOO_LARGE']).toContain(refused.code);
        }
        const upload = await rig.as(quim)(`mutation($input: CreateUploadInput!) { createUpload(input: $input) { uploadId } }`, {
          input: { fileName: text, size: 10, mediaType: text, sha256: text },
        });
        expect(['FILE_NAME_INVALID', 'FILE_HASH_INVALID', 'FILE_TYPE_NOT_ACCEPTED', 'BODY_TOO_LARGE']).toContain(codeOf(upload));
      }
    });

    it('has unknown services, wrong keys and answers without a form refused', async () => {
      const rui = somebody('rui');
      expect(codeOf(await rig.open(rui, { serviceId: 'nowhere', files: [] }))).toBe('SERVICE_NOT_FOUND');
      expect(codeOf(await rig.open(rui, { answers, files: [], idempotencyKey: 'x' }))).toBe('INVALID_IDEMPOTENCY_KEY');
    });
  });

  it('stops a session that identity revoked', async () => {
    await rig.say('guiche.identity.v1.SessionRevoked', { sessionId: 'session-x', revokedAt: rig.clock.now() }, 'session-x');
    await waitFor(async () => (await rig.collection('revoked_sessions').countDocuments({ _id: 'session-x' })) === 1, { describe: 'the revoked session' });
  });

  it('leaves an audit entry of every act on a ticket', async () => {
    const tickets = await rig.collection('tickets').find({}).toArray();
    const audited = await rig.collection('audit').distinct('entityId', { entityType: 'ticket' });
    expect(audited).toEqual(expect.arrayContaining(tickets.map(({ _id }) => _id)));
  });

  it('writes nothing outside a transaction', () => {
    expect(rig.writes.map(({ collection }) => collection)).toEqual(expect.arrayContaining(['tickets', 'ticket_entries', 'ticket_files', 'outbox', 'inbox', 'audit', 'idempotency']));
    assertTransactional(rig.writes, { except: [/^(counters|jobs|uploads|relay_lease|files\.)/, /^update outbox$/] });
  });
});
