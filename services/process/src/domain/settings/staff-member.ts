import type { Unit } from './municipality.ts';

/** What this service keeps of a member of the staff, from identity's events: where one may be given work. */
export interface StaffMember {
  readonly id: string;
  readonly municipalityId: string;
  readonly unitIds: readonly string[];
  readonly active: boolean;
}

export function worksInUnit(member: StaffMember, unit: Pick<Unit, 'id' | 'municipalityId'>): boolean {
  return member.active && member.municipalityId === unit.municipalityId && member.unitIds.includes(unit.id);
}
