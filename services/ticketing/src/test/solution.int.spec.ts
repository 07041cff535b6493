import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeEvent } from '@guiche/contracts';
import { waitFor } from '@guiche/kit/testing';
import { clerk, fieldCodes, startDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { configureTickets } from './documents.ts';
import { keepsBooks } from './keeps-books.ts';
import { administrator, city, somebody } from './rig.ts';

describe('a solution', () => {
  let rig: Desk;
  beforeAll(async () => {
    rig = await startDesk();
  });
  afterAll(() => rig.stop());

  it('is given once; a refused one makes way for another (TK-05)', async () => {
    const iris = somebody('iris');
    const { id } = await rig.complain(iris);
    expect((await rig.does(clerk, 'solveTicket', { ticketId: id, text: 'Lâmpada trocada.' })).ticket).toMatchObject({ status: { code: 'SOLVED' }, solution: { kind: 'ANSWERED', acceptance: 'WAITING' } });
    expect((await rig.does(clerk, 'solveTicket', { ticketId: id, text: 'De novo.' })).code).toBe('TICKET_ALREADY_SOLVED');
    expect((await rig.does(iris, 'refuseSolution', { ticketId: id, text: 'Continua escuro.' })).ticket).toMatchObject({ status: { code: 'ASSIGNED' }, solution: { acceptance: 'REFUSED' } });
    expect((await rig.does(clerk, 'solveTicket', { ticketId: id, text: 'Trocada mesmo.' })).ticket?.solution).toMatchObject({ text: 'Trocada mesmo.', acceptance: 'WAITING' });
    expect((await rig.does(iris, 'approveSolution', { ticketId: id })).ticket).toMatchObject({ status: { code: 'CLOSED', label: 'Fechado' }, solution: { acceptance: 'ACCEPTED' } });
    expect((await rig.does(clerk, 'solveTicket', { ticketId: id, text: 'Mais uma.' })).code).toBe('TICKET_ALREADY_SOLVED');
    const told = (await rig.eventsOf(id)).filter(({ type }) => type === 'TicketSolved');
    const numbers = told.map(({ envelope }) => decodeEvent('guiche.ticketing.v1.TicketSolved', envelope.payload).solutionNumber);
    expect(numbers).toEqual([1, 2]);
  });

  it('closes by itself when the time to object is over, at once where the city says so (TK-05)', async () => {
    const { id } = await rig.complain(somebody('jo'));
    await rig.does(clerk, 'solveTicket', { ticketId: id, text: 'Feito.' });
    const job = await rig.collection('jobs').findOne({ kind: 'close-ticket', 'data.ticketId': id });
    // Seven days after 2 March, at the end of that day in São Paulo.
    expect(job?.['dueAt']).toEqual(new Date('2026-03-10T02:59:59.999Z'));
    const before = rig.clock.now();
    rig.clock.set('2026-03-10T03:00:00Z');
    rig.service.wake();
    await waitFor(async () => (await rig.show(clerk, id)).status.code === 'CLOSED', { describe: 'the ticket closed by itself' });
    rig.clock.set(before.toISOString());
    await rig.as(administrator)(configureTickets, { input: { municipalityId: city, autoCloseDays: 0 } });
    const other = await rig.complain(somebody('ka'));
    expect((await rig.does(clerk, 'solveTicket', { ticketId: other.id, text: 'Feito.' })).ticket).toMatchObject({ status: { code: 'CLOSED' }, solution: { acceptance: 'ACCEPTED' } });
    await rig.as(administrator)(configureTickets, { input: { municipalityId: city, autoCloseDays: null } });
    const open = await rig.complain(somebody('lia'));
    expect((await rig.does(clerk, 'solveTicket', { ticketId: open.id, text: 'Feito.' })).ticket?.status.code).toBe('SOLVED');
    expect(await rig.collection('jobs').countDocuments({ 'data.ticketId': open.id })).toBe(0);
    await rig.as(administrator)(configureTickets, { input: { municipalityId: city, autoCloseDays: 7 } });
    expect(fieldCodes(await rig.as(administrator)(configureTickets, { input: { municipalityId: city, autoCloseDays: 366 } }))).toEqual([['autoCloseDays', 'OUT_OF_RANGE']]);
  });

  it('that refuses the request is final and says why', async () => {
    const leo = somebody('leo');
    const { id } = await rig.opened(leo);
    const refused = await rig.does(clerk, 'refuseTicket', { ticketId: id, text: 'Documento de outra pessoa.' });
    expect(refused.ticket).toMatchObject({ status: { code: 'CLOSED' }, solution: { kind: 'REFUSED', text: 'Documento de outra pessoa.', acceptance: null } });
    expect(await rig.kinds(id)).toEqual([['TicketOpened', 1], ['TicketRefused', 2]]);
    await rig.opened(leo);
  });

  keepsBooks(() => rig, ['tickets', 'ticket_entries', 'outbox', 'audit']);
});
