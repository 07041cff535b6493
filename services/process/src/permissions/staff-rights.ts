import type { StaffPrincipal } from '@guiche/kit/auth';
import { processErrors } from '../domain/errors.ts';
import type { ReadableProcess } from '../domain/processes/reading.ts';
import type { WorkedDocument, WorkedProcess } from '../domain/processes/worked.ts';
import type { Unit } from '../domain/settings/municipality.ts';
import { readsProcess, readsDocument } from './reader-of.ts';

/** Something that is set or kept for one municipality. */
export interface InMunicipality {
  readonly municipalityId: string;
}

export const worksIn = (staff: StaffPrincipal, unit: Unit): boolean =>
  unit.active && unit.municipalityId === staff.municipalityId && staff.unitIds.includes(unit.id);
/** Staff act on what they read, for one of their own units, while the process is open there. */
export const worksOn = (staff: StaffPrincipal, { process, unit }: WorkedProcess): boolean =>
  worksIn(staff, unit) && process.openUnitIds.includes(unit.id) && readsProcess(staff, process);
/** The same where the act itself says whether the process has to be open in the unit, and what to do when it is not. */
export const attends = (staff: StaffPrincipal, { process, unit }: WorkedProcess): boolean => worksIn(staff, unit) && readsProcess(staff, process);
/** A unit changes only what it made or included itself. */
export const worksOnDocument = (staff: StaffPrincipal, { document, ...worked }: WorkedDocument): boolean =>
  worksOn(staff, worked) && document.unitId === worked.unit.id && readsDocument(staff, { ...document, process: worked.process });
/** The role means nothing outside the platform's own tenant. */
export const operates = (staff: StaffPrincipal): boolean => staff.municipalityId === 'platform' && staff.roles.includes('operator');
export const administers = (staff: StaffPrincipal, { municipalityId }: InMunicipality): boolean =>
  operates(staff) || (staff.municipalityId === municipalityId && staff.roles.includes('administrator'));
/** Recipients' names and addresses are shown to units that have or had the process, not to all who read what is public. */
export const readsAccesses = (staff: StaffPrincipal, process: ReadableProcess): boolean =>
  readsProcess(staff, process) && process.unitIds.some((id) => staff.unitIds.includes(id));
export const byAdministrator = { staff: administers, denied: processErrors.MUNICIPALITY_NOT_FOUND };
