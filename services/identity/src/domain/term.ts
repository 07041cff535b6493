import { about, blockedEvent, change, refOf } from './accreditation.ts';
import type { Accreditation, Change } from './accreditation.ts';
import type { IdentityEvent } from './events.ts';

/** What is known of a signature on a term: which document, when, and the name of its owner. */
export interface SignedTerm {
  readonly documentId: string;
  readonly at: Date;
  readonly personName: string;
}

/** ID-08: signing releases fully, also after the block for not signing. An administrative block stays. */
export function noteTermSigned(accreditation: Accreditation, { documentId, at, personName }: SignedTerm): Change | undefined {
  const { release, state, blockReason } = accreditation;
  if (release?.termDocumentId !== documentId || release.termSignedAt !== null) return undefined;
  const signed = { ...release, termSignedAt: at };
  if (state === 'RELEASED_TERM_PENDING' || (state === 'BLOCKED' && blockReason === 'TERM')) {
    const { state: after } = change(accreditation, { state: 'RELEASED', blockReason: null, release: signed });
    return { state: after, events: [{ ...about(after), type: 'AccreditationTermSigned', data: { ...refOf(after), personName } }] };
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
