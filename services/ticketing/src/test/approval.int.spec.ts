import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeEvent } from '@guiche/contracts';
import { waitFor } from '@guiche/kit/testing';
import { clerk, startDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { keepsBooks } from './keeps-books.ts';
import { city, pdf, secondClerk, sha256, somebody, unit } from './rig.ts';

describe('the approval of an accreditation (TK-08)', () => {
  let rig: Desk;
  beforeAll(async () => {
    rig = await startDesk();
  });
  afterAll(() => rig.stop());

  it('runs visibly, sends the files that count, and solves the ticket once when access is offered', async () => {
    const mara = somebody('mara');
    const { id, number } = await rig.opened(mara);
    await rig.does(secondClerk, 'addFollowUp', { ticketId: id, text: 'Só para nós.', private: true, files: await rig.attached('consulta.pdf') });
    await rig.does(secondClerk, 'addFollowUp', { ticketId: id, text: 'Confira as orientações.', files: await rig.attached('orientacoes.pdf') });
    const own = await rig.upload(mara, pdf('certidao'), { fileName: 'certidao.pdf' });
    await rig.does(mara, 'addFollowUp', { ticketId: id, text: 'Mais um documento.', files: [{ uploadId: own.uploadId }] });
    expect((await rig.does(clerk, 'solveTicket', { ticketId: id, text: 'Ok.' })).code).toBe('APPROVAL_NEEDED');
    const approved = await rig.does(clerk, 'approveAccreditation', { ticketId: id });
    expect(approved.ticket).toMatchObject({ status: { code: 'ASSIGNED' }, assignee: { id: 'clerk-of-unit' }, settlement: { state: 'RUNNING', label: 'Em processamento' } });
    for (const name of ['approveAccreditation', 'takeTicket'] as const) {
      expect((await rig.does(secondClerk, name, { ticketId: id })).code).toBe('APPROVAL_RUNNING');
    }
    expect((await rig.does(clerk, 'refuseTicket', { ticketId: id, text: 'Mudei de ideia.' })).code).toBe('APPROVAL_RUNNING');

    const event = (await rig.eventsOf(id)).find(({ type }) => type === 'AccreditationApproved');
    const data = decodeEvent('guiche.ticketing.v1.AccreditationApproved', event?.envelope.payload ?? Buffer.alloc(0));
    expect(data).toMatchObject({ municipalityId: city, personId: 'mara', unitId: unit, approvedBy: 'clerk-of-unit' });
    expect(data.files.map(({ label }) => label)).toEqual(['Documento oficial com foto e CPF', 'Comprovante de endereço', 'Documento complementar']);
    expect(data.files.map(({ name }) => name)).toEqual(['rg.pdf', 'rg.pdf', 'certidao.pdf']);
    const [file] = data.files;
    const content = await fetch(`${rig.service.url}${file?.url ?? ''}`);
    expect(sha256(Buffer.from(await content.arrayBuffer()))).toBe(file?.sha256);
    const forged = await fetch(`${rig.service.url}${(file?.url ?? '').replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))}`);
    expect(forged.status).toBe(404);

    const offered = rig.offer(id, 'process-mara');
    for (const eventId of ['offer-1', 'offer-1', 'offer-1']) await rig.say('guiche.process.v1.AccessOffered', offered, 'process-mara', { seq: 1, eventId });
    await rig.untilSettled(id, 'DONE');
    expect(await rig.show(mara, id)).toMatchObject({
      status: { code: 'SOLVED', label: 'Solucionado' },
      process: { id: 'process-mara' },
      processNumber: 'PMC.2026.00000001-55',
      processLink: '/processos/process-mara',
      processOpenedAt: offered.openedAt.toISOString(),
      solution: { kind: 'APPROVED', acceptance: 'WAITING', solvedBy: { id: 'clerk-of-unit' } },
    });
    await rig.say('guiche.process.v1.AccessOffered', offered, 'process-mara', { seq: 2, eventId: 'offer-2' });
    await waitFor(async () => (await rig.collection('inbox').countDocuments({ aggregateId: 'process-mara' })) === 2, { describe: 'the second offer noted' });
    expect(await rig.kinds(id)).toEqual([['TicketOpened', 1], ['TicketFollowUpAdded', 2], ['TicketFollowUpAdded', 3], ['TicketFollowUpAdded', 4], ['AccreditationApproved', 5], ['TicketSolved', 6]]);
    const solved = (await rig.eventsOf(id)).at(-1);
    expect(decodeEvent('guiche.ticketing.v1.TicketSolved', solved?.envelope.payload ?? Buffer.alloc(0))).toMatchObject({ number, processNumber: 'PMC.2026.00000001-55', processId: 'process-mara' });
    expect((await rig.does(clerk, 'approveAccreditation', { ticketId: id })).code).toBe('TICKET_ALREADY_SOLVED');
    await rig.does(mara, 'refuseSolution', { ticketId: id, text: 'Não consigo entrar.' });
    expect((await rig.does(clerk, 'approveAccreditation', { ticketId: id })).code).toBe('APPROVAL_ALREADY_DONE');
  });

  it('that fails goes back to the clerk, who is told why in private, and can be approved again', async () => {
    const nina = somebody('nina');
    const { id } = await rig.opened(nina);
    await rig.does(clerk, 'approveAccreditation', { ticketId: id });
    const failed = { ticketId: id, accreditationId: 'acc', municipalityId: city, personId: 'nina', reasonCode: 'FILE_HASH_MISMATCH', detail: 'rg.pdf' };
    await rig.say('guiche.process.v1.AccreditationProcessFailed', failed, `dossier-${id}`);
    await rig.untilSettled(id, 'FAILED');
    const forClerk = await rig.show(clerk, id);
    expect(forClerk).toMatchObject({ status: { code: 'ASSIGNED' }, settlement: { state: 'FAILED', label: 'Não concluído', failure: expect.stringContaining('rg.pdf') } });
    expect(forClerk.history.edges.at(-1)?.node).toMatchObject({ kind: 'APPROVAL_FAILED', private: true, text: expect.stringContaining('Peça ao requerente') });
    const forCitizen = await rig.show(nina, id);
    expect(forCitizen.settlement?.failure).toBeNull();
    expect(forCitizen.history.edges.map(({ node }) => node.kind)).toEqual(['OPENED', 'APPROVED']);
    expect((await rig.does(clerk, 'approveAccreditation', { ticketId: id })).ticket?.settlement?.state).toBe('RUNNING');
    await rig.say('guiche.identity.v1.AccreditationReleaseRefused', { accreditationId: `acc-${id}`, ticketId: id, personId: 'nina', municipalityId: city, reasonCode: 'ACCREDITATION_BLOCKED' }, `acc-${id}`);
    await rig.untilSettled(id, 'FAILED');
  });

  it('that is stuck for ten minutes raises an alarm once, and still completes', async () => {
    const olga = somebody('olga');
    const { id } = await rig.opened(olga);
    await rig.does(clerk, 'approveAccreditation', { ticketId: id });
    rig.clock.advance({ minutes: 11 });
    rig.service.wake();
    const delayed = async () => (await rig.show(clerk, id)).history.edges.filter(({ node }) => node.kind === 'APPROVAL_DELAYED').length === 1;
    await waitFor(delayed, { describe: 'the clerk told of the delay' });
    const metrics = await (await fetch(`${rig.service.url}/metrics`)).text();
    expect(metrics).toMatch(/guiche_ticketing_settlements_stuck_total\{[^}]*\} 1/);
    await rig.say('guiche.process.v1.AccessOffered', rig.offer(id, 'process-olga'), 'process-olga');
    await rig.untilSettled(id, 'DONE');
  });

  it('starts once, however many clerks approve at the same moment', async () => {
    const { id } = await rig.opened(somebody('paula'));
    const both = await Promise.all([rig.does(clerk, 'approveAccreditation', { ticketId: id }), rig.does(secondClerk, 'approveAccreditation', { ticketId: id })]);
    expect(both.map(({ code }) => code ?? 'approved').sort()).toEqual(['APPROVAL_RUNNING', 'approved']);
    expect(await rig.kinds(id)).toEqual([['TicketOpened', 1], ['AccreditationApproved', 2]]);
  });

  keepsBooks(() => rig, ['tickets', 'ticket_entries', 'ticket_files', 'outbox', 'inbox', 'audit']);
});
