import { errors } from './errors.ts';
import { ticketEvent } from './events.ts';
import type { ApprovedFile } from './events.ts';
import { failureText } from './failure-text.ts';
import { solved } from './handle-ticket.ts';
import { changed, entryOf, isAccreditation, isRunning, mustBeUnsolved } from './ticket.ts';
import type { Act, Decision, OpenedProcess, Ticket } from './ticket.ts';

const releasedText =
  'Solicitação atendida. O usuário foi liberado e o processo de credenciamento foi aberto com os documentos enviados. ' +
  'Acesse os seus acessos externos para assinar o Termo de Credenciamento de Usuário Externo. ' +
  'A não assinatura do Termo no prazo implica o bloqueio do usuário.';

/**
 * Approves a request for accreditation (TK-08): from now on it is under way, and solved only when all of it is done.
 * While it runs a second approval is refused; after it is done, for good.
 */
export function approveAccreditation(
  ticket: Ticket,
  { settlementId, files }: { settlementId: string; files: ApprovedFile[] },
  act: Act,
): Decision {
  if (!isAccreditation(ticket)) throw errors.NOT_AN_ACCREDITATION();
  mustBeUnsolved(ticket);
  if (ticket.settlement?.state === 'DONE') throw errors.APPROVAL_ALREADY_DONE();
  const approvedBy = act.by.id;
  const state = changed(ticket, act.at, {
    status: 'ASSIGNED',
    assigneeId: ticket.assigneeId ?? approvedBy,
    touched: true,
    pendingReason: null,
    settlement: {
      id: settlementId,
      state: 'RUNNING',
      startedAt: act.at,
      endedAt: null,
      approvedBy,
      text: releasedText,
      failure: null,
    },
  });
  const { municipalityId, requesterId, unitId } = state;
  const approved = { municipalityId, personId: requesterId, unitId, approvedBy, approvedAt: act.at, files };
  return {
    state,
    entry: entryOf(state, 'APPROVED', act),
    events: [ticketEvent('AccreditationApproved', state, approved)],
  };
}

/** All of it is done: the ticket is solved and carries the process (ID-07). Null when none is under way. */
export function completeSettlement(
  ticket: Ticket,
  process: OpenedProcess,
  act: Act,
  { closeAtOnce }: { closeAtOnce: boolean },
): Decision | null {
  const { settlement } = ticket;
  if (settlement === null || !isRunning(ticket)) return null;
  const done = { ...settlement, state: 'DONE' as const, endedAt: act.at };
  const solution = { kind: 'APPROVED' as const, text: settlement.text, by: settlement.approvedBy };
  return solved(ticket, solution, act, closeAtOnce, { settlement: done, process });
}

/** It could not be done and was taken back: the staff is told why and what to do. Null when none is under way. */
export function failSettlement(ticket: Ticket, reason: { code: string; detail?: string }, act: Act): Decision | null {
  const { settlement } = ticket;
  if (settlement === null || !isRunning(ticket)) return null;
  const failure = failureText(reason);
  const state = changed(ticket, act.at, {
    status: 'ASSIGNED',
    settlement: { ...settlement, state: 'FAILED', endedAt: act.at, failure },
  });
  const entry = entryOf(state, 'APPROVAL_FAILED', { ...act, text: failure, private: true });
  const told = { followUpId: entry.id, authorId: act.by.id, private: true };
  return { state, entry, events: [ticketEvent('TicketFollowUpAdded', state, told)] };
}

/** It takes too long: the staff is told, and it goes on. Null when that attempt is over. */
export function noteDelay(ticket: Ticket, settlementId: string, act: Act): Decision | null {
  if (!isRunning(ticket) || ticket.settlement?.id !== settlementId) return null;
  const state = changed(ticket, act.at, {});
  const text =
    'A aprovação está em processamento há mais de 10 minutos. O suporte foi avisado. ' +
    'Nada se perdeu: o chamado será solucionado assim que as etapas terminarem. Não é preciso aprovar de novo.';
  const entry = entryOf(state, 'APPROVAL_DELAYED', { ...act, text, private: true });
  const told = { followUpId: entry.id, authorId: act.by.id, private: true };
  return { state, entry, events: [ticketEvent('TicketFollowUpAdded', state, told)] };
}
