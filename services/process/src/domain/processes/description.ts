import type { Access, AccessLevel } from './access-level.ts';
import { unchanged } from './change.ts';
import type { Change } from './change.ts';
import { openPlacement, refuseUnlessAlive } from './guards.ts';
import { processUpdated } from './process-movements.ts';
import type { Place } from './movement.ts';
import { stricter } from './process.ts';
import type { OtherParty, Process } from './process.ts';
import type { WorkedProcess } from './worked.ts';

/** What a unit may change of a process; what is not given stays. */
export interface Description {
  readonly specification?: string;
  readonly subjects?: readonly string[];
  readonly interestedPartyIds?: readonly string[];
  readonly otherParties?: readonly OtherParty[];
  readonly access?: Access;
}

export const subjectLimit = 20;
export const partyLimit = 100;

/**
 * Changes what a process says about itself. `documentLevels` are those of its documents, which keep it at least as
 * restricted (PR-02); who makes it secret gets the first credential.
 */
export function changeDescription(
  worked: WorkedProcess,
  description: Description,
  { documentLevels, staffId }: { documentLevels: readonly AccessLevel[]; staffId: string },
  place: Place,
): Change {
  const { process: before } = worked;
  refuseUnlessAlive(before);
  openPlacement(worked);
  const { access = { accessLevel: before.accessLevel, legalHypothesis: before.legalHypothesis }, ...texts } = description;
  const globalLevel = [...documentLevels, access.accessLevel].reduce(stricter, 'PUBLIC');
  const process: Process = { ...before, ...texts, ...access, globalLevel, credentialedStaffIds: credentialedBy(before, globalLevel, staffId) };
  const changed = fields.filter(([field]) => JSON.stringify(before[field]) !== JSON.stringify(process[field])).map(([, name]) => name);
  if (changed.length === 0) return unchanged(before);
  return { process, placements: [], movements: [processUpdated(place, [...new Set(changed)])] };
}

/** Credentials begin with secrecy and end with it. */
function credentialedBy({ credentialedStaffIds }: Process, level: AccessLevel, staffId: string): readonly string[] {
  if (level !== 'SECRET') return [];
  return credentialedStaffIds.length === 0 ? [staffId] : credentialedStaffIds;
}

const fields: readonly (readonly [keyof Process, string])[] = [
  ['specification', 'especificação'],
  ['subjects', 'assuntos'],
  ['interestedPartyIds', 'interessados'],
  ['otherParties', 'interessados'],
  ['accessLevel', 'nível de acesso'],
  ['legalHypothesis', 'hipótese legal'],
];
