import type { Access, AccessLevel } from './access-level.ts';
import type { AccreditationProcessWithdrawn } from '../events.ts';
import type { ProcessNumber } from '../numbers/number-mask.ts';
import type { ProcessType } from './process-type.ts';

/** State of a whole process (PR-01). */
export type ProcessState = 'NORMAL' | 'SUSPENDED' | 'ANNEXED' | 'BLOCKED' | 'CANCELLED';

/** Electronic process (processo eletrônico). `numberKey` is the number without formatting. */
export interface Process {
  readonly id: string;
  readonly municipalityId: string;
  readonly number: string;
  readonly numberKey: string;
  readonly typeKey: string;
  readonly specification: string;
  readonly state: ProcessState;
  readonly accessLevel: AccessLevel;
  readonly legalHypothesis: string | null;
  readonly openedAt: Date;
  readonly interestedPartyIds: readonly string[];
  /** Units where it is open; staff of these read it. */
  readonly openUnitIds: readonly string[];
  /** The ticket whose approval opened it, if any: at most one process that is not withdrawn. */
  readonly ticketId: string | null;
  readonly withdrawal: { readonly reasonCode: string; readonly at: Date } | null;
  readonly version: number;
}

/** Opens a process (autuar) in one unit. */
export function open(facts: {
  id: string;
  municipalityId: string;
  unitId: string;
  number: ProcessNumber;
  type: ProcessType;
  specification: string;
  access: Access;
  at: Date;
  interestedPartyIds?: readonly string[];
  ticketId?: string;
}): Process {
  return {
    id: facts.id,
    municipalityId: facts.municipalityId,
    number: facts.number.text,
    numberKey: facts.number.key,
    typeKey: facts.type.key,
    specification: facts.specification,
    state: 'NORMAL',
    ...facts.access,
    openedAt: facts.at,
    interestedPartyIds: facts.interestedPartyIds ?? [],
    openUnitIds: [facts.unitId],
    ticketId: facts.ticketId ?? null,
    withdrawal: null,
    version: 1,
  };
}

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
