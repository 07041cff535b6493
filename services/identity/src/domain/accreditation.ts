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
export function unblock(accreditation: Accreditation, at: Date, personName: string): Change {
  if (accreditation.state !== 'BLOCKED' || accreditation.blockReason !== 'ADMINISTRATIVE') {
    throw errors.ACCREDITATION_NOT_BLOCKED();
  }
  const { state } = change(accreditation, stateWithoutBlock(accreditation, at));
  return { state, events: [unblockedEvent(state, personName)] };
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

export function reactivate(accreditation: Accreditation, personName: string): Change {
  if (accreditation.state !== 'DEACTIVATED') throw errors.ACCREDITATION_NOT_DEACTIVATED();
  const { state } = change(accreditation, { state: 'RELEASED' });
  return { state, events: [unblockedEvent(state, personName)] };
}

/** The next version, without an event yet. */
export function change(accreditation: Accreditation, part: Partial<Accreditation>): Change {
  return { state: { ...accreditation, ...part, version: accreditation.version + 1 }, events: [] };
}

/** What every event says of the accreditation. */
export function refOf({ id, personId, municipalityId }: Accreditation): AccreditationRef {
  return { accreditationId: id, personId, municipalityId };
}

/** Whose event it is. */
export function about({ id, municipalityId }: Accreditation): { aggregate: { type: 'accreditation'; id: string }; tenantId: string } {
  return { aggregate: { type: 'accreditation', id }, tenantId: municipalityId };
}

/** An event that says no more than that it happened. */
export function fact(
  type: 'AccreditationStarted' | 'AccreditationRefused',
  accreditation: Accreditation,
): IdentityEvent {
  return { ...about(accreditation), type, data: refOf(accreditation) };
}

export function blockedEvent(accreditation: Accreditation, reasonCode: string): IdentityEvent {
  return { ...about(accreditation), type: 'AccreditationBlocked', data: { ...refOf(accreditation), reasonCode } };
}

function unblockedEvent(accreditation: Accreditation, personName: string): IdentityEvent {
  const released = accreditation.state === 'RELEASED';
  return { ...about(accreditation), type: 'AccreditationUnblocked', data: { ...refOf(accreditation), released, personName } };
}
