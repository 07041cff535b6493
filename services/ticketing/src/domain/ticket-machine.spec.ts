import { describe, expect, it } from '@jest/globals';
import { isAppError } from '@guiche/kit/errors';
import { actBy, anAccreditation, aTicket, citizen, clerk, system } from '../test/builders.ts';
import { addFollowUp, approveSolution, cancelTicket, closeTicket, refuseSolution, replyToTicket } from './answer-ticket.ts';
import { assignTicket, planTicket, refuseTicket, requestInformation, solveTicket, takeTicket } from './handle-ticket.ts';
import { approveAccreditation, completeSettlement, failSettlement, noteDelay } from './settle-ticket.ts';
import { ticketStatuses } from './ticket-status.ts';
import type { TicketStatus } from './ticket-status.ts';
import type { Decision, Ticket } from './ticket.ts';

const process = { id: 'p', number: 'PMC.2026.00000001-55', link: '/processos/p', openedAt: new Date('2026-03-02T12:00:05Z') };
const later = { closeAtOnce: false };

/** Everything that can happen to a ticket. `another` is a clerk who does not have it. */
const happenings = {
  take: (ticket: Ticket) => takeTicket(ticket, actBy(clerk)),
  takeByAnother: (ticket: Ticket) => takeTicket(ticket, actBy({ role: 'STAFF', id: 'another' })),
  assign: (ticket: Ticket) => assignTicket(ticket, 'another', actBy(clerk)),
  plan: (ticket: Ticket) => planTicket(ticket, actBy(clerk, 'Na sexta.')),
  requestInformation: (ticket: Ticket) => requestInformation(ticket, 'Onde?', actBy(clerk)),
  reply: (ticket: Ticket) => replyToTicket(ticket, actBy(citizen, 'Aqui.')),
  followUpOfRequester: (ticket: Ticket) => addFollowUp(ticket, actBy(citizen, 'E então?')),
  followUpOfStaff: (ticket: Ticket) => addFollowUp(ticket, actBy(clerk, 'Vendo.')),
  cancel: (ticket: Ticket) => cancelTicket(ticket, actBy(citizen)),
  solve: (ticket: Ticket) => solveTicket(ticket, 'Feito.', actBy(clerk), later),
  solveAndClose: (ticket: Ticket) => solveTicket(ticket, 'Feito.', actBy(clerk), { closeAtOnce: true }),
  refuse: (ticket: Ticket) => refuseTicket(ticket, 'Não é aqui.', actBy(clerk)),
  approveSolution: (ticket: Ticket) => approveSolution(ticket, actBy(citizen)),
  refuseSolution: (ticket: Ticket) => refuseSolution(ticket, actBy(citizen, 'Não.')),
  autoClose: (ticket: Ticket) => closeTicket(ticket, 's', actBy(system)),
  autoCloseOfAnother: (ticket: Ticket) => closeTicket(ticket, 'another', actBy(system)),
  approve: (ticket: Ticket) => approveAccreditation(ticket, { settlementId: 'attempt', files: [] }, actBy(clerk)),
  complete: (ticket: Ticket) => completeSettlement(ticket, process, actBy(system), later),
  fail: (ticket: Ticket) => failSettlement(ticket, { code: 'FILE_HASH_MISMATCH' }, actBy(system)),
  delay: (ticket: Ticket) => noteDelay(ticket, 'attempt', actBy(system)),
} as const;
type Happening = keyof typeof happenings;

/** The status that follows, `-` when nothing happens, or the code of the refusal. */
function outcome(name: Happening, ticket: Ticket): string {
  try {
    const decision: Decision | null = happenings[name](ticket);
    return decision === null ? '-' : decision.state.status;
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

const wrong = 'TICKET_WRONG_STATUS';
const taken = 'TICKET_ALREADY_TAKEN';
const already = 'TICKET_ALREADY_SOLVED';
const notAccreditation = 'NOT_AN_ACCREDITATION';
const notPending = 'TICKET_NOT_PENDING';
const late = 'TICKET_NOT_CANCELLABLE';

// TK-01..05 and section 2 of domain.md: one column per status, in the order of `ticketStatuses`.
//                     NEW        ASSIGNED    PLANNED     PENDING     SOLVED     CLOSED     CANCELLED
const table: Record<Happening, readonly [string, string, string, string, string, string, string]> = {
  take:                ['ASSIGNED', taken,      'ASSIGNED', taken,      wrong,     wrong,     wrong],
  takeByAnother:       ['ASSIGNED', taken,      taken,      taken,      wrong,     wrong,     wrong],
  assign:              ['ASSIGNED', 'ASSIGNED', 'ASSIGNED', 'PENDING',  wrong,     wrong,     wrong],
  plan:                [wrong,      'PLANNED',  wrong,      wrong,      wrong,     wrong,     wrong],
  requestInformation:  ['PENDING',  'PENDING',  'PENDING',  wrong,      wrong,     wrong,     wrong],
  reply:               [notPending, notPending, notPending, 'ASSIGNED', notPending, notPending, notPending],
  followUpOfRequester: ['NEW',      'ASSIGNED', 'PLANNED',  'ASSIGNED', 'SOLVED',  wrong,     wrong],
  followUpOfStaff:     ['NEW',      'ASSIGNED', 'PLANNED',  'PENDING',  'SOLVED',  wrong,     wrong],
  cancel:              ['CANCELLED', late,      late,       late,       late,      wrong,     wrong],
  solve:               ['SOLVED',   'SOLVED',   'SOLVED',   'SOLVED',   already,   already,   wrong],
  solveAndClose:       ['CLOSED',   'CLOSED',   'CLOSED',   'CLOSED',   already,   already,   wrong],
  refuse:              ['CLOSED',   'CLOSED',   'CLOSED',   'CLOSED',   already,   already,   wrong],
  approveSolution:     [wrong,      wrong,      wrong,      wrong,      'CLOSED',  wrong,     wrong],
  refuseSolution:      [wrong,      wrong,      wrong,      wrong,      'ASSIGNED', wrong,    wrong],
  autoClose:           ['-',        '-',        '-',        '-',        'CLOSED',  '-',       '-'],
  autoCloseOfAnother:  ['-',        '-',        '-',        '-',        '-',       '-',       '-'],
  approve:             [notAccreditation, notAccreditation, notAccreditation, notAccreditation, notAccreditation, notAccreditation, notAccreditation],
  complete:            ['-',        '-',        '-',        '-',        '-',       '-',       '-'],
  fail:                ['-',        '-',        '-',        '-',        '-',       '-',       '-'],
  delay:               ['-',        '-',        '-',        '-',        '-',       '-',       '-'],
};

describe('the states of a ticket', () => {
  it.each(Object.keys(table) as Happening[])('answer to "%s" in every status as the rules say', (name) => {
    const found = ticketStatuses.map((status) => [status, outcome(name, aTicket(status))]);
    expect(found).toEqual(ticketStatuses.map((status, index) => [status, table[name][index]]));
  });

  it('go back to the queue where nobody has the ticket (TK-03, TK-05)', () => {
    expect(outcome('reply', aTicket('PENDING', { assigneeId: null }))).toBe('NEW');
    expect(outcome('refuseSolution', aTicket('SOLVED', { assigneeId: null }))).toBe('NEW');
  });

  it('let the requester cancel a new ticket only before anything was done (TK-04)', () => {
    expect(outcome('cancel', aTicket('NEW', { touched: true }))).toBe('TICKET_NOT_CANCELLABLE');
    const written = addFollowUp(aTicket('NEW'), actBy(clerk, 'Vendo.')).state;
    expect(outcome('cancel', written)).toBe('TICKET_NOT_CANCELLABLE');
    const asked = addFollowUp(aTicket('NEW'), actBy(citizen, 'E então?')).state;
    expect(outcome('cancel', asked)).toBe('CANCELLED');
  });

  it('grow by one version and one line of history with every change', () => {
    for (const status of ticketStatuses) {
      for (const [name, happen] of Object.entries(happenings)) {
        const ticket = aTicket(status);
        if (table[name as Happening][ticketStatuses.indexOf(status)] !== outcome(name as Happening, ticket)) throw new Error(name);
        if (!(ticketStatuses as readonly string[]).includes(outcome(name as Happening, ticket))) continue;
        const decision: Decision | null = happen(ticket);
        expect([name, decision?.state.version, decision?.entry.position]).toEqual([name, 2, 2]);
        expect(decision?.events).toHaveLength(1);
      }
    }
  });
});

describe('the approval of an accreditation', () => {
  const running: Record<Happening, string> = {
    take: 'APPROVAL_RUNNING', takeByAnother: 'APPROVAL_RUNNING', assign: 'APPROVAL_RUNNING', plan: 'APPROVAL_RUNNING',
    requestInformation: 'APPROVAL_RUNNING', solve: 'APPROVAL_RUNNING', solveAndClose: 'APPROVAL_RUNNING', refuse: 'APPROVAL_RUNNING',
    approve: 'APPROVAL_RUNNING', reply: notPending, followUpOfRequester: 'ASSIGNED', followUpOfStaff: 'ASSIGNED', cancel: late,
    approveSolution: wrong, refuseSolution: wrong, autoClose: '-', autoCloseOfAnother: '-',
    complete: 'SOLVED', fail: 'ASSIGNED', delay: 'ASSIGNED',
  };

  it('holds everything else off while it runs', () => {
    const found = Object.keys(running).map((name) => [name, outcome(name as Happening, anAccreditation('ASSIGNED', 'RUNNING'))]);
    expect(Object.fromEntries(found)).toEqual(running);
  });

  it.each(['NEW', 'ASSIGNED', 'PLANNED', 'PENDING'] as const)('starts from %s and leaves the ticket with the clerk', (status: TicketStatus) => {
    const { state, events, entry } = happenings.approve(anAccreditation(status));
    expect(state).toMatchObject({ status: 'ASSIGNED', assigneeId: 'clerk', pendingReason: null, settlement: { state: 'RUNNING', approvedBy: 'clerk' } });
    expect(events.map(({ type }) => type)).toEqual(['AccreditationApproved']);
    expect(entry.kind).toBe('APPROVED');
  });

  it('is the only way to solve the request, unless it was refused (TK-08)', () => {
    expect(outcome('solve', anAccreditation('ASSIGNED'))).toBe('APPROVAL_NEEDED');
    expect(outcome('solve', anAccreditation('ASSIGNED', 'FAILED'))).toBe('APPROVAL_NEEDED');
    expect(outcome('refuse', anAccreditation('ASSIGNED', 'FAILED'))).toBe('CLOSED');
  });

  it('solves the ticket with the process it opened, once (ID-07)', () => {
    const decision = completeSettlement(anAccreditation('ASSIGNED', 'RUNNING'), process, actBy(system), later);
    expect(decision?.state).toMatchObject({ status: 'SOLVED', process, settlement: { state: 'DONE' }, solution: { kind: 'APPROVED', solvedBy: 'clerk', acceptance: 'WAITING' } });
    expect(decision?.events.map(({ type, data }) => [type, data])).toEqual([
      ['TicketSolved', expect.objectContaining({ processId: 'p', processNumber: process.number, processLink: process.link, processOpenedAt: process.openedAt })],
    ]);
    expect(outcome('complete', decision?.state as Ticket)).toBe('-');
    expect(outcome('fail', decision?.state as Ticket)).toBe('-');
  });

  it('that is done is never repeated; a requester who is not content gets an answer in words', () => {
    const back = anAccreditation('ASSIGNED', 'DONE');
    expect(outcome('approve', back)).toBe('APPROVAL_ALREADY_DONE');
    expect(outcome('refuse', back)).toBe('APPROVAL_ALREADY_DONE');
    expect(outcome('solve', back)).toBe('SOLVED');
  });

  it('that failed tells the clerk in private why and what to do, and may be tried again', () => {
    const decision = failSettlement(anAccreditation('ASSIGNED', 'RUNNING'), { code: 'FILE_HASH_MISMATCH', detail: 'rg.pdf' }, actBy(system));
    expect(decision?.entry).toMatchObject({ kind: 'APPROVAL_FAILED', private: true, text: expect.stringMatching(/Peça ao requerente.*rg\.pdf.*FILE_HASH_MISMATCH/s) });
    expect(decision?.state.settlement).toMatchObject({ state: 'FAILED', failure: decision?.entry.text });
    expect(outcome('approve', decision?.state as Ticket)).toBe('ASSIGNED');
    const unforeseen = failSettlement(anAccreditation('ASSIGNED', 'RUNNING'), { code: 'SOMETHING_ELSE' }, actBy(system));
    expect(unforeseen?.entry.text).toContain('SOMETHING_ELSE');
  });

  it('is told to be late only for the attempt that is late', () => {
    const ticket = anAccreditation('ASSIGNED', 'RUNNING');
    expect(noteDelay(ticket, 'an-earlier-attempt', actBy(system))).toBeNull();
    expect(noteDelay(ticket, 'attempt', actBy(system))?.entry).toMatchObject({ kind: 'APPROVAL_DELAYED', private: true });
  });

  it('keeps the place of the one open request until the ticket is over', () => {
    expect(anAccreditation('NEW').openKey).toBe('campinas:accreditation:citizen');
    const solvedTicket = completeSettlement(anAccreditation('ASSIGNED', 'RUNNING'), process, actBy(system), later)?.state as Ticket;
    expect(solvedTicket.openKey).toBe('campinas:accreditation:citizen');
    expect(approveSolution(solvedTicket, actBy(citizen)).state.openKey).toBeNull();
    expect(cancelTicket(anAccreditation('NEW'), actBy(citizen)).state.openKey).toBeNull();
  });
});
