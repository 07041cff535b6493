import { processErrors } from '../errors.ts';
import type { AccessLevel } from '../processes/access-level.ts';

/** A type of process (tipo de processo) as one municipality uses it. */
export interface ProcessType {
  readonly municipalityId: string;
  /** Stable key, `general-request`. */
  readonly key: string;
  readonly name: string;
  readonly active: boolean;
  /** Whether staff open it by hand; the accreditation's process comes from its ticket only. */
  readonly openableByStaff: boolean;
  /** Levels a process of this type may have, the suggested one first; a single one is fixed (PT-04). */
  readonly accessLevels: readonly AccessLevel[];
  /** Key of the legal hypothesis suggested for restricting it. */
  readonly legalHypothesisKey: string | null;
  /** Units that may have it; none named means all (PT-23). */
  readonly unitIds: readonly string[];
  readonly subjects: readonly string[];
  /** Critério para Intercorrente: petitions may enter the process itself (PT-21, 3). */
  readonly acceptsIntercurrent: boolean;
  readonly version: number;
}

/** Key of the type of the process that an approved accreditation ends in (ID-06). */
export const accreditationTypeKey = 'external-user-accreditation';

/** The type, if it is active and this unit may open a process of it by hand; refuses otherwise. */
export function openableBy(type: ProcessType | undefined, { unitId, typeKey }: { unitId: string; typeKey: string }): ProcessType {
  if (type === undefined || !type.active || !type.openableByStaff) throw processErrors.PROCESS_TYPE_UNKNOWN({ typeKey });
  if (!allowedIn(type, unitId)) throw processErrors.PROCESS_TYPE_NOT_IN_UNIT({ type: type.name });
  return type;
}

/** Whether a unit may have processes of this type. */
export function allowedIn(type: ProcessType, unitId: string): boolean {
  return type.unitIds.length === 0 || type.unitIds.includes(unitId);
}
