import { addDays, endOfLocalDay, localDate } from '@guiche/kit/calendar';
import { errors } from './errors.ts';
import type { AccreditationRef, IdentityEvent } from './events.ts';

/**
 * domain.md section 2, external user. PENDENTE_EMAIL is the pre-registration. RELEASING lasts while the saga of
 * approval runs, and people see it as UNDER_ANALYSIS.
 */
export type AccreditationState =
  | 'PENDING_DOCUMENTS'
  | 'UNDER_ANALYSIS'
  | 'RELEASING'
  | 'RELEASED_TERM_PENDING'
  | 'RELEASED'
  | 'REFUSED'
  | 'BLOCKED'
  | 'DEACTIVATED';

export type BlockReason = 'TERM' | 'ADMINISTRATIVE';

/** What a person is to one municipality as an external user. There is at most one of a person and a municipality. */
export interface Accreditation {
  readonly id: string;
  readonly personId: string;
  readonly municipalityId: string;
  readonly state: AccreditationState;
  readonly blockReason: BlockReason | null;
  /** The ticket that asks for the release. */
  readonly ticketId: string | null;
  readonly release: Release | null;
  readonly startedAt: Date;
  readonly version: number;
}

/** What the approval brought about; the term is the document to be signed. */
export interface Release {
  readonly processId: string;
  readonly processNumber: string;
  readonly processOpenedAt: Date;
  readonly termDocumentId: string;
  /** Last local day to sign, and the instant at which it is over. */
  readonly termDueOn: string;
  readonly termDueAt: Date;
  readonly termSignedAt: Date | null;
}

/** What a decision changes. `undefined` instead of a change: nothing to do, which events may rightly bring. */
export interface Change {
  readonly state: Accreditation;
  readonly events: readonly IdentityEvent[];
}

export function startAccreditation(input: { id: string; personId: string; municipalityId: string; at: Date }): Change {
  const { id, personId, municipalityId, at } = input;
  const state: Accreditation = {
    id,
    personId,
    municipalityId,
    state: 'PENDING_DOCUMENTS',
    blockReason: null,
    ticketId: null,
    release: null,
    startedAt: at,
    version: 1,
  };
  return { state, events: [fact('AccreditationStarted', state)] };
}

/** The ticket with the documents was opened. A refused person may ask again (our inference, README). */
export function noteTicketOpened(accreditation: Accreditation, ticketId: string): Change | undefined {
  switch (accreditation.state) {
    case 'PENDING_DOCUMENTS':
    case 'REFUSED':
      return change(accreditation, { state: 'UNDER_ANALYSIS', ticketId });
    case 'BLOCKED':
      return accreditation.release === null && accreditation.ticketId === null ? change(accreditation, { ticketId }) : undefined;
    case 'UNDER_ANALYSIS':
    case 'RELEASING':
    case 'RELEASED_TERM_PENDING':
    case 'RELEASED':
    case 'DEACTIVATED':
      return undefined;
  }
}

/** What happened to the ticket meanwhile: the clerk asks for something, the citizen answers, refusal, cancellation. */
export type TicketTurn = 'PENDING' | 'REPLIED' | 'REFUSED' | 'CANCELLED';

/** Follows the accreditation's own ticket. While the saga runs or the person is blocked, only the end of it counts. */
export function followTicket(accreditation: Accreditation, ticketId: string, turn: TicketTurn): Change | undefined {
  if (accreditation.ticketId !== ticketId) return undefined;
  const open = accreditation.state === 'UNDER_ANALYSIS' || accreditation.state === 'PENDING_DOCUMENTS';
  switch (turn) {
    case 'PENDING':
      return open ? change(accreditation, { state: 'PENDING_DOCUMENTS' }) : undefined;
    case 'REPLIED':
      return open ? change(accreditation, { state: 'UNDER_ANALYSIS' }) : undefined;
    case 'REFUSED': {
      if (!open) return change(accreditation, { ticketId: null });
      const refused = change(accreditation, { state: 'REFUSED' });
      return { state: refused.state, events: [fact('AccreditationRefused', refused.state)] };
    }
    case 'CANCELLED':
      return change(accreditation, open ? { state: 'PENDING_DOCUMENTS', ticketId: null } : { ticketId: null });
  }
}

/** Data for the Term, as a file that the process service fetches. */
export interface SheetFile {
  readonly url: string;
  readonly sha256: string;
  readonly size: number;
}

/** Why the approval of a ticket cannot release this accreditation; undefined when it can. */
export function obstacleToRelease(accreditation: Accreditation, ticketId: string): string | undefined {
  switch (accreditation.state) {
    case 'BLOCKED':
      return 'ACCREDITATION_BLOCKED';
    case 'DEACTIVATED':
      return 'ACCREDITATION_DEACTIVATED';
    case 'UNDER_ANALYSIS':
    case 'PENDING_DOCUMENTS':
      return accreditation.ticketId === ticketId ? undefined : 'ACCREDITATION_HAS_ANOTHER_TICKET';
    case 'RELEASING':
    case 'RELEASED_TERM_PENDING':
    case 'RELEASED':
    case 'REFUSED':
      return 'ACCREDITATION_NOT_UNDER_ANALYSIS';
  }
}

/** Step 2 of the saga of approval (TK-08): the data for the Term is ready to be fetched. */
export function startRelease(accreditation: Accreditation, ticketId: string, sheet: SheetFile): Change {
  const obstacle = obstacleToRelease(accreditation, ticketId);
  if (obstacle !== undefined) return refuseRelease(accreditation, ticketId, obstacle);
  const { state } = change(accreditation, { state: 'RELEASING' });
  const started: IdentityEvent = {
    ...about(state),
    type: 'AccreditationReleaseStarted',
    data: { ...refOf(state), ticketId, sheet },
  };
  return { state, events: [started] };
}

/** The saga cannot go on; whoever has done a step undoes it. The accreditation itself stays as it is. */
function refuseRelease(accreditation: Accreditation, ticketId: string, reasonCode: string): Change {
  const refused: IdentityEvent = {
    ...about(accreditation),
    type: 'AccreditationReleaseRefused',
    data: { ...refOf(accreditation), ticketId, reasonCode },
  };
  return { state: accreditation, events: [refused] };
}

/** The same answer where there is no accreditation at all. */
export function releaseWithoutAccreditation(ref: { personId: string; municipalityId: string; ticketId: string }): IdentityEvent {
  return {
    type: 'AccreditationReleaseRefused',
    aggregate: { type: 'accreditation', id: `none-${ref.ticketId}` },
    tenantId: ref.municipalityId,
    data: { accreditationId: '', ...ref, reasonCode: 'ACCREDITATION_NOT_FOUND' },
  };
}

/** What the process service says of the process it opened. */
export interface OpenedProcess {
  readonly processId: string;
  readonly processNumber: string;
  readonly openedAt: Date;
  readonly termDocumentId: string;
  readonly ticketId: string;
}

/** Step 4 of the saga: released, with the term to be signed by the end of the local day `termDeadlineDays` from now. */
export function completeRelease(
  accreditation: Accreditation,
  process: OpenedProcess,
  { at, timeZone, termDeadlineDays }: { at: Date; timeZone: string; termDeadlineDays: number },
): Change {
  const { ticketId, processId, processNumber, openedAt, termDocumentId } = process;
  if (accreditation.state !== 'RELEASING' || accreditation.ticketId !== ticketId) {
    return refuseRelease(accreditation, ticketId, obstacleToRelease(accreditation, ticketId) ?? 'ACCREDITATION_NOT_RELEASING');
  }
  const termDueOn = addDays(localDate(at, timeZone), termDeadlineDays);
  const termDueAt = endOfLocalDay(termDueOn, timeZone);
  const term = { processId, processNumber, processOpenedAt: openedAt, termDocumentId, termDueOn, termDueAt };
  const { state } = change(accreditation, { state: 'RELEASED_TERM_PENDING', release: { ...term, termSignedAt: null } });
  const released: IdentityEvent = { ...about(state), type: 'AccreditationReleased', data: { ...refOf(state), ticketId, ...term } };
  return { state, events: [released] };
}

/** The process could not be opened: the clerk has to look at it again. */
export function abandonRelease(accreditation: Accreditation, ticketId: string): Change | undefined {
  if (accreditation.state !== 'RELEASING' || accreditation.ticketId !== ticketId) return undefined;
  return change(accreditation, { state: 'UNDER_ANALYSIS' });
}

/** ID-08: signing releases fully, also after the block for not signing. An administrative block stays. */
export function noteTermSigned(accreditation: Accreditation, documentId: string, at: Date): Change | undefined {
  const { release, state, blockReason } = accreditation;
  if (release?.termDocumentId !== documentId || release.termSignedAt !== null) return undefined;
  const signed = { ...release, termSignedAt: at };
  if (state === 'RELEASED_TERM_PENDING' || (state === 'BLOCKED' && blockReason === 'TERM')) {
    const { state: after } = change(accreditation, { state: 'RELEASED', blockReason: null, release: signed });
    return { state: after, events: [fact('AccreditationTermSigned', after)] };
  }
  return change(accreditation, { release: signed });
}

/** ID-08: the deadline has passed unsigned. `at` is later than the deadline when the job runs late. */
export function enforceTermDeadline(accreditation: Accreditation, at: Date): Change | undefined {
  const { state, release } = accreditation;
  if (state !== 'RELEASED_TERM_PENDING' || release === null || release.termDueAt >= at) return undefined;
  const blocked = change(accreditation, { state: 'BLOCKED', blockReason: 'TERM' });
  return { state: blocked.state, events: [blockedEvent(blocked.state, 'TERM_NOT_SIGNED')] };
}

/** The reminder of the unsigned term, unless there is nothing to remind of any more. */
export function remindOfTerm(accreditation: Accreditation, daysLeft: number): IdentityEvent | undefined {
  const { state, release } = accreditation;
  if (state !== 'RELEASED_TERM_PENDING' || release === null) return undefined;
  const { processNumber, termDueOn } = release;
  return {
    ...about(accreditation),
    type: 'AccreditationTermReminderDue',
    data: { ...refOf(accreditation), processNumber, termDueOn, daysLeft },
  };
}

/** The administrator's block. While the saga runs it makes the release fail at its next step. */
export function block(accreditation: Accreditation): Change {
  switch (accreditation.state) {
    case 'REFUSED':
    case 'DEACTIVATED':
      throw errors.ACCREDITATION_CANNOT_BE_BLOCKED();
    case 'BLOCKED':
      if (accreditation.blockReason === 'ADMINISTRATIVE') throw errors.ACCREDITATION_CANNOT_BE_BLOCKED();
      break;
    case 'PENDING_DOCUMENTS':
    case 'UNDER_ANALYSIS':
    case 'RELEASING':
    case 'RELEASED_TERM_PENDING':
    case 'RELEASED':
      break;
  }
  const { state } = change(accreditation, { state: 'BLOCKED', blockReason: 'ADMINISTRATIVE' });
  return { state, events: [blockedEvent(state, 'ADMINISTRATIVE')] };
}

/** Lifts the administrator's block: back to where the accreditation would be without it. */
export function unblock(accreditation: Accreditation, at: Date): Change {
  if (accreditation.state !== 'BLOCKED' || accreditation.blockReason !== 'ADMINISTRATIVE') {
    throw errors.ACCREDITATION_NOT_BLOCKED();
  }
  const { state } = change(accreditation, stateWithoutBlock(accreditation, at));
  return { state, events: [unblockedEvent(state)] };
}

function stateWithoutBlock({ release, ticketId }: Accreditation, at: Date): Pick<Accreditation, 'state' | 'blockReason'> {
  if (release === null) return { state: ticketId === null ? 'PENDING_DOCUMENTS' : 'UNDER_ANALYSIS', blockReason: null };
  if (release.termSignedAt !== null) return { state: 'RELEASED', blockReason: null };
  const overdue = release.termDueAt < at;
  return overdue ? { state: 'BLOCKED', blockReason: 'TERM' } : { state: 'RELEASED_TERM_PENDING', blockReason: null };
}

/** ID-11: not while `activeTies` (representations, powers of attorney) are left. */
export function deactivate(accreditation: Accreditation, activeTies: number): Change {
  if (accreditation.state !== 'RELEASED') throw errors.ACCREDITATION_NOT_RELEASED();
  if (activeTies > 0) throw errors.ACCREDITATION_HAS_TIES({ ties: activeTies });
  const { state } = change(accreditation, { state: 'DEACTIVATED' });
  return { state, events: [blockedEvent(state, 'DEACTIVATED')] };
}

export function reactivate(accreditation: Accreditation): Change {
  if (accreditation.state !== 'DEACTIVATED') throw errors.ACCREDITATION_NOT_DEACTIVATED();
  const { state } = change(accreditation, { state: 'RELEASED' });
  return { state, events: [unblockedEvent(state)] };
}

/** domain.md section 2: in RELEASED_TERM_PENDING and blocked by term, only the term may be signed. */
export function maySign(accreditation: Accreditation, documentId: string): boolean {
  const { state, blockReason, release } = accreditation;
  if (state === 'RELEASED') return true;
  const termOpen = state === 'RELEASED_TERM_PENDING' || (state === 'BLOCKED' && blockReason === 'TERM');
  return termOpen && release?.termDocumentId === documentId;
}

/** The cities whose document of that id the person may sign, so that a release at one city is none at another. */
export function citiesToSignIn(accreditations: readonly Accreditation[], documentId: string): string[] {
  return accreditations.filter((accreditation) => maySign(accreditation, documentId)).map(({ municipalityId }) => municipalityId);
}

function change(accreditation: Accreditation, part: Partial<Accreditation>): Change {
  return { state: { ...accreditation, ...part, version: accreditation.version + 1 }, events: [] };
}

function refOf({ id, personId, municipalityId }: Accreditation): AccreditationRef {
  return { accreditationId: id, personId, municipalityId };
}

function about({ id, municipalityId }: Accreditation): { aggregate: { type: 'accreditation'; id: string }; tenantId: string } {
  return { aggregate: { type: 'accreditation', id }, tenantId: municipalityId };
}

function fact(
  type: 'AccreditationStarted' | 'AccreditationTermSigned' | 'AccreditationRefused',
  accreditation: Accreditation,
): IdentityEvent {
  return { ...about(accreditation), type, data: refOf(accreditation) };
}

function blockedEvent(accreditation: Accreditation, reasonCode: string): IdentityEvent {
  return { ...about(accreditation), type: 'AccreditationBlocked', data: { ...refOf(accreditation), reasonCode } };
}

function unblockedEvent(accreditation: Accreditation): IdentityEvent {
  const released = accreditation.state === 'RELEASED';
  return { ...about(accreditation), type: 'AccreditationUnblocked', data: { ...refOf(accreditation), released } };
}
