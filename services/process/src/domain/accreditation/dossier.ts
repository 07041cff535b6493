import { processErrors } from '../errors.ts';
import type { AccreditationProcessFailed, AccreditationProcessOpened } from '../events.ts';
import type { Process } from '../processes/process.ts';

/**
 * GATHERING: waits for the approval (ticketing) or the start of the release (identity), in any order. DUE: the process
 * is being put together. OPENED: it exists, unseen. OFFERED: the person sees it. FAILED, REFUSED and WITHDRAWN end a
 * round; the next approval of the same ticket starts another.
 */
export type DossierState = 'GATHERING' | 'DUE' | 'OPENED' | 'OFFERED' | 'FAILED' | 'REFUSED' | 'WITHDRAWN';

/** A file of another service, announced by an event: a signed path and what its content must be. */
export interface AnnouncedFile {
  readonly url: string;
  readonly sha256: string;
  readonly size: number;
}

/** A paper the citizen submitted with the ticket; `label` says which field of the form it answers. */
export interface SubmittedFile extends AnnouncedFile {
  readonly fileId: string;
  readonly name: string;
  readonly label: string;
  readonly mediaType: string;
}

export interface Approval {
  readonly unitId: string;
  readonly approvedBy: string;
  readonly approvedAt: Date;
  readonly files: readonly SubmittedFile[];
}

export interface Release {
  readonly accreditationId: string;
  /** JSON file with the data of the Term. */
  readonly sheet: AnnouncedFile;
}

/** The process side of one approved accreditation (dossiê), one per ticket: step 3 of the saga of approval (TK-08). */
export interface Dossier {
  readonly ticketId: string;
  readonly municipalityId: string;
  readonly personId: string;
  readonly state: DossierState;
  readonly round: number;
  readonly approval: Approval | null;
  readonly release: Release | null;
  readonly processId: string | null;
  readonly failure: { readonly code: string; readonly detail: string } | null;
  /** Approvals up to this instant were refused, also those that arrive late. */
  readonly refusedAt: Date | null;
  readonly updatedAt: Date;
  readonly version: number;
}

/** A dossier in which everything is known. */
export interface DueDossier extends Dossier {
  readonly approval: Approval;
  readonly release: Release;
}

type Subject = Pick<Dossier, 'ticketId' | 'municipalityId' | 'personId'>;

export function isDue(dossier: Dossier | undefined, round: number): dossier is DueDossier {
  return dossier?.state === 'DUE' && dossier.round === round && dossier.approval !== null && dossier.release !== null;
}

/**
 * The clerk approved. What was refused already does not come back to life when its approval arrives late. A second
 * approval is given only when the first one was refused: while that refusal is on its way, it waits (unavailable).
 */
export function noteApproval(dossier: Dossier | undefined, subject: Subject, approval: Approval, at: Date): Dossier {
  const refusedAt = dossier?.refusedAt ?? null;
  if (dossier !== undefined && refusedAt !== null && approval.approvedAt <= refusedAt) return dossier;
  if (dossier?.state === 'OPENED' && dossier.approval !== null && approval.approvedAt > dossier.approval.approvedAt) {
    throw processErrors.ROUND_NOT_OVER_YET();
  }
  return gather(dossier ?? begin(subject, at), { approval }, at);
}

/** Identity started the release. */
export function noteRelease(dossier: Dossier | undefined, subject: Subject, release: Release, at: Date): Dossier {
  return gather(dossier ?? begin(subject, at), { release }, at);
}

function begin(subject: Subject, at: Date): Dossier {
  return {
    ...subject,
    state: 'GATHERING',
    round: 1,
    approval: null,
    release: null,
    processId: null,
    failure: null,
    refusedAt: null,
    updatedAt: at,
    version: 0,
  };
}

function gather(dossier: Dossier, part: Pick<Dossier, 'approval'> | Pick<Dossier, 'release'>, at: Date): Dossier {
  switch (dossier.state) {
    case 'DUE':
    case 'OPENED':
    case 'OFFERED':
      return dossier;
    case 'GATHERING':
      return gathered({ ...dossier, ...part }, at);
    case 'FAILED':
    case 'REFUSED':
    case 'WITHDRAWN':
      return gathered({ ...restart(dossier), ...part }, at);
  }
}

function restart(dossier: Dossier): Dossier {
  return { ...dossier, state: 'GATHERING', round: dossier.round + 1, approval: null, release: null, processId: null, failure: null };
}

function gathered(dossier: Dossier, at: Date): Dossier {
  const complete = dossier.approval !== null && dossier.release !== null;
  return changed({ ...dossier, state: complete ? 'DUE' : 'GATHERING' }, at);
}

/** The process was opened; nobody outside sees it until identity has released the person. */
export function openedWith(
  dossier: DueDossier,
  process: Process,
  term: { id: string; sha256: string },
  at: Date,
): { dossier: Dossier; event: AccreditationProcessOpened } {
  const { ticketId, municipalityId, personId, release } = dossier;
  return {
    dossier: changed({ ...dossier, state: 'OPENED', processId: process.id }, at),
    event: {
      type: 'AccreditationProcessOpened',
      aggregate: { type: 'process', id: process.id },
      tenantId: municipalityId,
      data: {
        processId: process.id,
        processNumber: process.number,
        municipalityId,
        personId,
        ticketId,
        accreditationId: release.accreditationId,
        openedAt: process.openedAt,
        termDocumentId: term.id,
        termSha256: term.sha256,
      },
    },
  };
}

/** The process cannot be opened, for good; the clerk is told why. */
export function failedWith(
  dossier: DueDossier,
  failure: { code: string; detail: string },
  at: Date,
): { dossier: Dossier; event: AccreditationProcessFailed } {
  const { ticketId, municipalityId, personId, release } = dossier;
  return {
    dossier: changed({ ...dossier, state: 'FAILED', failure }, at),
    event: {
      type: 'AccreditationProcessFailed',
      aggregate: { type: 'dossier', id: ticketId },
      tenantId: municipalityId,
      data: {
        ticketId,
        accreditationId: release.accreditationId,
        municipalityId,
        personId,
        reasonCode: failure.code,
        detail: failure.detail,
      },
    },
  };
}

/** The person was released and sees the process. */
export function offered(dossier: Dossier, at: Date): Dossier {
  return changed({ ...dossier, state: 'OFFERED' }, at);
}

/** Identity refused the release: before there was a process, or afterwards, when it has to be withdrawn. */
export function refuse(
  dossier: Dossier | undefined,
  subject: Subject,
  refusal: { reasonCode: string; at: Date },
): { dossier: Dossier; withdrawProcessId: string | null } {
  const current = dossier ?? begin(subject, refusal.at);
  const failure = { code: refusal.reasonCode, detail: 'A liberação do usuário externo foi recusada.' };
  const ended = { ...current, failure, refusedAt: refusal.at };
  // An approval that was given after the refusal, and was faster than it, begins the next round.
  const overtaken = current.approval !== null && current.approval.approvedAt > refusal.at;
  switch (current.state) {
    case 'OFFERED':
      return { dossier: current, withdrawProcessId: null };
    case 'OPENED':
      return { dossier: changed({ ...ended, state: 'WITHDRAWN' }, refusal.at), withdrawProcessId: current.processId };
    case 'GATHERING':
    case 'DUE':
    case 'FAILED':
    case 'REFUSED':
    case 'WITHDRAWN':
      if (overtaken) return { dossier: changed({ ...current, refusedAt: refusal.at }, refusal.at), withdrawProcessId: null };
      return { dossier: changed({ ...ended, state: 'REFUSED' }, refusal.at), withdrawProcessId: null };
  }
}

function changed(dossier: Dossier, at: Date): Dossier {
  return { ...dossier, updatedAt: at, version: dossier.version + 1 };
}
