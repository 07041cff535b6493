import type { ProcessType } from '../catalogue/process-type.ts';
import type { Process } from '../processes/process.ts';
import type { Unit } from '../settings/municipality.ts';
import type { DestinationRule } from './destination.ts';
import type { Petition } from './petition.ts';

/** What will happen when a petition is signed: shown before, and what the signature is given for. */
export interface Plan {
  /** The process it enters; null when it opens one. */
  readonly process: Process | null;
  /** The process that a new one is related to. */
  readonly related: Process | null;
  /** Interested parties that the new process takes over from it (PT-23). */
  readonly copiedPartyIds: readonly string[];
  readonly unit: Unit;
  /** Type of the process to open; null when it enters one. */
  readonly type: ProcessType | null;
  /** What decided it; null for a petition that opens a process anyway. */
  readonly rule: DestinationRule | null;
  /** What is announced, in the words of the user. */
  readonly announcement: string;
}

/**
 * Everything that the petitioner confirms with the password, as one text with one meaning: its SHA-256 is what identity's
 * authorization is for, so that a change in another tab or of the destination voids the authorization.
 */
export function confirmationText(petition: Petition, plan: Plan, sha256: (text: string) => string): string {
  return JSON.stringify([
    'guiche/petition/1',
    petition.id,
    petition.kind,
    petition.specification,
    petition.parties.map(({ name, document }) => [name, document]),
    petition.items.map((item) => [
      item.role,
      item.typeKey,
      item.complement,
      item.file?.sha256 ?? sha256(item.content ?? ''),
      item.conference,
      item.accessLevel,
      item.legalHypothesis,
    ]),
    ...(petition.response === null ? [] : [[petition.response.noticeId, petition.response.responseTypeId]]),
    [plan.process?.id ?? null, plan.related?.id ?? null, plan.unit.id, plan.type?.key ?? null, plan.rule],
  ]);
}
