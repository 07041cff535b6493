import { addDays, endOfLocalDay, localDate } from '@guiche/kit/calendar';
import { about, change, refOf } from './accreditation.ts';
import type { Accreditation, Change } from './accreditation.ts';
import type { IdentityEvent } from './events.ts';

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
