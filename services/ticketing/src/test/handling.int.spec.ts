import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clerk, startDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { ticketQueue } from './documents.ts';
import { keepsBooks } from './keeps-books.ts';
import { city, pdf, secondClerk, somebody, unit } from './rig.ts';

describe('the staff', () => {
  let rig: Desk;
  beforeAll(async () => {
    rig = await startDesk();
  });
  afterAll(() => rig.stop());

  it('sees the queue of its units paged, filtered and searched by number', async () => {
    interface Answer { ticketQueue: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string; number: string } }[] } }
    for (let number = 0; number < 11; number += 1) await rig.complain(somebody('queued'));
    const ticket = await rig.complain(somebody('queued'));
    const first = await rig.as(clerk)<Answer>(ticketQueue, { municipalityId: city, unitId: unit, first: 5 });
    expect(first.data?.ticketQueue.edges).toHaveLength(5);
    expect(first.data?.ticketQueue.totalCount).toBe(12);
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
    await rig.does(clerk, 'takeTicket', { ticketId: ticket.id });
    const mine = await rig.as(clerk)<Answer>(ticketQueue, { municipalityId: city, status: ['ASSIGNED'], assigneeId: 'clerk-of-unit' });
    expect(mine.data?.ticketQueue.edges.map(({ node }) => node.id)).toContain(ticket.id);
    const free = await rig.as(clerk)<Answer>(ticketQueue, { municipalityId: city, unassigned: true, search: ticket.number });
    expect(free.data?.ticketQueue.totalCount).toBe(0);
  });

  it('takes a ticket once, however many clerks reach for it', async () => {
    const ticket = await rig.complain(somebody('wanted'));
    const both = await Promise.all([rig.does(clerk, 'takeTicket', { ticketId: ticket.id }), rig.does(secondClerk, 'takeTicket', { ticketId: ticket.id })]);
    expect(both.map(({ code }) => code ?? 'taken').sort()).toEqual(['TICKET_ALREADY_TAKEN', 'taken']);
    expect(await rig.kinds(ticket.id)).toEqual([['TicketOpened', 1], ['TicketAssigned', 2]]);
  });

  it('does not overwrite what somebody else changed', async () => {
    const ticket = await rig.complain(somebody('stale'));
    const taken = await rig.does(clerk, 'takeTicket', { ticketId: ticket.id, expectedVersion: 1 });
    expect(taken.ticket?.version).toBe(2);
    const late = await rig.does(secondClerk, 'assignTicket', { ticketId: ticket.id, assigneeId: 'second-clerk', expectedVersion: 1 });
    expect(late.errors[0]?.extensions).toMatchObject({ code: 'STALE_VERSION', version: 2 });
    expect((await rig.does(clerk, 'assignTicket', { ticketId: ticket.id, assigneeId: 'second-clerk', expectedVersion: 2 })).ticket?.assignee?.id).toBe('second-clerk');
  });

  it('gives a ticket to nobody but who works in its unit', async () => {
    const { id } = await rig.complain(somebody('stranger'));
    for (const assigneeId of ['clerk-who-left', 'clerk-of-other-unit', 'clerk-of-rio', 'nobody', '', '{"$gt":""}']) {
      expect([assigneeId, (await rig.does(clerk, 'assignTicket', { ticketId: id, assigneeId })).code]).toEqual([assigneeId, 'ASSIGNEE_NOT_IN_UNIT']);
    }
    expect((await rig.show(clerk, id)).assignee).toBeNull();
  });

  it('asks for a better document and gets it in the place of the first one (TK-03)', async () => {
    const fabio = somebody('fabio');
    const { id } = await rig.opened(fabio);
    await rig.does(clerk, 'takeTicket', { ticketId: id });
    const asked = await rig.does(clerk, 'requestInformation', { ticketId: id, text: 'O documento está ilegível.' });
    expect(asked.ticket).toMatchObject({ status: { code: 'PENDING', label: 'Pendente' }, pendingReason: 'O documento está ilegível.' });
    const better = await rig.upload(fabio, pdf('better'), { fileName: 'rg-frente.pdf' });
    const replied = await rig.does(fabio, 'replyToTicket', { ticketId: id, text: 'Segue o documento.', files: [{ field: 'photo-id', uploadId: better.uploadId }] });
    expect(replied.ticket).toMatchObject({ status: { code: 'ASSIGNED' }, pendingReason: null });
    const files = (await rig.show(clerk, id)).files.edges.map(({ node }) => [node.field, node.name, node.current]);
    expect(files).toEqual([['photo-id', 'rg.pdf', false], ['address-proof', 'rg.pdf', true], ['photo-id', 'rg-frente.pdf', true]]);
    expect((await rig.does(fabio, 'replyToTicket', { ticketId: id, text: 'De novo.' })).code).toBe('TICKET_NOT_PENDING');
    expect(await rig.kinds(id)).toEqual([['TicketOpened', 1], ['TicketAssigned', 2], ['TicketPending', 3], ['TicketReplied', 4]]);
  });

  it('plans the work for later and takes it up again (TK-02)', async () => {
    const { id } = await rig.complain(somebody('planned'));
    expect((await rig.does(clerk, 'planTicket', { ticketId: id, text: 'Na sexta.' })).code).toBe('TICKET_WRONG_STATUS');
    await rig.does(clerk, 'takeTicket', { ticketId: id });
    expect((await rig.does(clerk, 'planTicket', { ticketId: id, text: 'Na sexta.' })).ticket?.status).toEqual({ code: 'PLANNED', label: 'Em atendimento (planejado)' });
    expect((await rig.does(secondClerk, 'takeTicket', { ticketId: id })).code).toBe('TICKET_ALREADY_TAKEN');
    expect((await rig.does(clerk, 'takeTicket', { ticketId: id })).ticket?.status.code).toBe('ASSIGNED');
  });

  it('writes in private what the requester never reads (TK-07)', async () => {
    const gil = somebody('gil');
    const { id } = await rig.complain(gil);
    expect((await rig.does(gil, 'addFollowUp', { ticketId: id, text: 'Segredo', private: true })).code).toBe('FORBIDDEN');
    await rig.does(secondClerk, 'addFollowUp', { ticketId: id, text: 'Parece repetido.', private: true, files: await rig.attached('parecer.pdf') });
    await rig.does(secondClerk, 'addFollowUp', { ticketId: id, text: 'Estamos vendo.', files: await rig.attached('foto.pdf') });
    const texts = async (who: Parameters<Desk['as']>[0]) => (await rig.show(who, id)).history.edges.map(({ node }) => node.text);
    expect(await texts(gil)).toEqual(['', 'Estamos vendo.']);
    expect(await texts(clerk)).toEqual(['', 'Parece repetido.', 'Estamos vendo.']);
    const files = async (who: Parameters<Desk['as']>[0]) => (await rig.show(who, id)).files.edges.map(({ node }) => node.name);
    expect(await files(gil)).toEqual(['foto.pdf']);
    expect(await files(clerk)).toEqual(['parecer.pdf', 'foto.pdf']);
  });

  it('cannot be undone by a requester who cancels after it acted (TK-04)', async () => {
    const hugo = somebody('hugo');
    const taken = await rig.complain(hugo);
    await rig.does(clerk, 'takeTicket', { ticketId: taken.id });
    expect((await rig.does(hugo, 'cancelTicket', { ticketId: taken.id })).code).toBe('TICKET_NOT_CANCELLABLE');
    const fresh = await rig.complain(hugo);
    expect((await rig.does(hugo, 'cancelTicket', { ticketId: fresh.id })).ticket?.status).toEqual({ code: 'CANCELLED', label: 'Cancelado' });
    expect(await rig.kinds(fresh.id)).toEqual([['TicketOpened', 1], ['TicketCancelled', 2]]);
  });

  keepsBooks(() => rig, ['tickets', 'ticket_entries', 'ticket_files', 'outbox', 'audit']);
});
