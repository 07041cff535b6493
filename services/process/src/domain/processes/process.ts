import type { AccreditationProcessWithdrawn } from '../events.ts';
import type { ProcessType } from '../catalogue/process-type.ts';
import type { ProcessNumber } from '../numbers/number-mask.ts';
import type { Access, AccessLevel } from './access-level.ts';

/** State of a whole process (PR-01). */
export type ProcessState = 'NORMAL' | 'SUSPENDED' | 'ANNEXED' | 'BLOCKED' | 'CANCELLED';

/** Electronic process (processo eletrônico). `numberKey` is the number without formatting. */
export interface Process {
  readonly id: string;
  readonly municipalityId: string;
  readonly number: string;
  readonly numberKey: string;
  readonly typeKey: string;
  /** Name of the type as it was when the process was opened. */
  readonly typeName: string;
  readonly specification: string;
  readonly subjects: readonly string[];
  readonly state: ProcessState;
  readonly accessLevel: AccessLevel;
  readonly legalHypothesis: string | null;
  /** The most restrictive level of the process and of its documents (PR-02); secrecy anywhere hides it all. */
  readonly globalLevel: AccessLevel;
  readonly openedAt: Date;
  /** The unit that opened it (unidade geradora). */
  readonly unitId: string;
  readonly interestedPartyIds: readonly string[];
  /** Interested parties without an account, as staff typed them. */
  readonly otherParties: readonly OtherParty[];
  /** Units where it is open. Kept with the placements, in the same transaction. */
  readonly openUnitIds: readonly string[];
  /** Units where it is or was: they go on reading it. */
  readonly unitIds: readonly string[];
  /** Staff with a credential: the only ones who read a secret process. */
  readonly credentialedStaffIds: readonly string[];
  /** The process it was annexed to (PR-01). */
  readonly annexedToId: string | null;
  /** Numbers of the intimations in course on it (PR-06), told by the intimation service. */
  readonly intimationsInCourse: readonly string[];
  /** Numbers of the intimations that show this process as an annex (PR-06): it stays where it is. */
  readonly shownByIntimations: readonly string[];
  /** The ticket whose approval opened it, if any: at most one process that is not withdrawn. */
  readonly ticketId: string | null;
  readonly withdrawal: { readonly reasonCode: string; readonly at: Date } | null;
  readonly version: number;
}

/** Somebody it concerns who has no account; `cpf` in canonical form, null where it is not known. */
export interface OtherParty {
  readonly name: string;
  readonly cpf: string | null;
}

/** Opens a process (autuar) in one unit. `openedBy` gets the credential of a secret one. */
export function open(facts: {
  id: string;
  municipalityId: string;
  unitId: string;
  number: ProcessNumber;
  type: Pick<ProcessType, 'key' | 'name'>;
  specification: string;
  access: Access;
  at: Date;
  subjects?: readonly string[];
  interestedPartyIds?: readonly string[];
  openedBy?: string;
  ticketId?: string;
}): Process {
  const isSecret = facts.access.accessLevel === 'SECRET';
  return {
    id: facts.id,
    municipalityId: facts.municipalityId,
    number: facts.number.text,
    numberKey: facts.number.key,
    typeKey: facts.type.key,
    typeName: facts.type.name,
    specification: facts.specification,
    subjects: facts.subjects ?? [],
    state: 'NORMAL',
    ...facts.access,
    globalLevel: facts.access.accessLevel,
    openedAt: facts.at,
    unitId: facts.unitId,
    interestedPartyIds: facts.interestedPartyIds ?? [],
    otherParties: [],
    openUnitIds: [facts.unitId],
    unitIds: [facts.unitId],
    credentialedStaffIds: isSecret && facts.openedBy !== undefined ? [facts.openedBy] : [],
    annexedToId: null,
    intimationsInCourse: [],
    shownByIntimations: [],
    ticketId: facts.ticketId ?? null,
    withdrawal: null,
    version: 1,
  };
}

/** The process as it stands once its placement in this unit is open. The same process when it was open there already. */
export function openedIn(process: Process, unitId: string): Process {
  if (process.openUnitIds.includes(unitId)) return process;
  return {
    ...process,
    openUnitIds: [...process.openUnitIds, unitId],
    unitIds: process.unitIds.includes(unitId) ? process.unitIds : [...process.unitIds, unitId],
    version: process.version + 1,
  };
}

/** The process as it stands once its placement in this unit is concluded. */
export function concludedIn(process: Process, unitId: string): Process {
  if (!process.openUnitIds.includes(unitId)) return process;
  return { ...process, openUnitIds: process.openUnitIds.filter((id) => id !== unitId), version: process.version + 1 };
}

/**
 * The process with the level that a document of it brings (PR-02). The same process when that changes nothing; a secret
 * document counts as a change each time, so that it meets whoever lowers the level at that moment. Whose document makes
 * it secret gets the first credential, or nobody would ever see it again.
 */
export function coveringLevel(process: Process, level: AccessLevel, by?: { readonly kind: string; readonly id: string }): Process {
  const globalLevel = stricter(process.globalLevel, level);
  if (globalLevel === process.globalLevel && level !== 'SECRET') return process;
  const credentialedStaffIds = globalLevel !== process.globalLevel && globalLevel === 'SECRET' && by?.kind === 'staff' ? [by.id] : process.credentialedStaffIds;
  return { ...process, globalLevel, credentialedStaffIds, version: process.version + 1 };
}

/** The process with one more interested party. The same process when the person is one already. */
export function withInterestedParty(process: Process, personId: string): Process {
  if (process.interestedPartyIds.includes(personId)) return process;
  return { ...process, interestedPartyIds: [...process.interestedPartyIds, personId], version: process.version + 1 };
}

/** The more restrictive of two levels. */
export function stricter(one: AccessLevel, other: AccessLevel): AccessLevel {
  return strictness[one] >= strictness[other] ? one : other;
}

const strictness: Readonly<Record<AccessLevel, number>> = { PUBLIC: 0, RESTRICTED: 1, SECRET: 2 };

/** Takes back a process whose release failed: the number stays taken, nobody sees it any more. */
export function withdraw(
  process: Process,
  { reasonCode, ticketId, at }: { reasonCode: string; ticketId: string; at: Date },
): { process: Process; event: AccreditationProcessWithdrawn } {
  return {
    process: { ...process, state: 'CANCELLED', openUnitIds: [], withdrawal: { reasonCode, at }, version: process.version + 1 },
    event: {
      type: 'AccreditationProcessWithdrawn',
      aggregate: { type: 'process', id: process.id },
      tenantId: process.municipalityId,
      data: { processId: process.id, ticketId, reasonCode },
    },
  };
}
