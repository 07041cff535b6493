import { definePermissions } from '@guiche/kit/auth';
import type { AppForPersonPrincipal, PermissionRow, PersonPrincipal, StaffPrincipal } from '@guiche/kit/auth';
import type { AnswerableVista, EndedAccess, ExternalAccess, IsolatedReading, ManagedAccess, ReadableVista } from '../domain/access/access-readings.ts';
import type { Grant } from '../domain/access/grant.ts';
import type { VistaRequest } from '../domain/access/vista.ts';
import { processErrors } from '../domain/errors.ts';
import type { Process } from '../domain/processes/process.ts';
import { existenceIsPublic, reachOf } from '../domain/processes/reading.ts';
import type { ReadableProcess } from '../domain/processes/reading.ts';
import type { WorkedProcess } from '../domain/processes/worked.ts';
import type { Unit } from '../domain/settings/municipality.ts';
import { readsProcess, readsDocument } from './reader-of.ts';
import { worksIn, worksOn, attends, administers, readsAccesses, byAdministrator } from './staff-rights.ts';
import type { InMunicipality } from './staff-rights.ts';

/** What each action is judged on. */
export interface AccessResources {
  'external-access:list': null;
  'external-access:read': ExternalAccess;
  'access:grant': WorkedProcess;
  'access:cancel': EndedAccess;
  'access:read': ManagedAccess;
  'access:list': ReadableProcess;
  'access:expire': null;
  'isolated-access:open': IsolatedReading;
  'isolated-access:read': IsolatedReading;
  'vista:request': ReadableProcess;
  'vista:read': ReadableVista;
  'vista:list': Unit;
  'vista:list-own': null;
  'vista:grant': AnswerableVista;
  'vista:deny': AnswerableVista;
  'vista:remind': null;
  'vista:configure': InMunicipality;
  'read-log:list': Process;
}

/** Who reads a secret process is a part of its secret: an administrator without a credential learns nothing of it. */
const readsLog = (staff: StaffPrincipal, process: Process): boolean =>
  administers(staff, process) && (process.globalLevel !== 'SECRET' || process.credentialedStaffIds.includes(staff.staffId));
const holds = (actor: PersonPrincipal | AppForPersonPrincipal, grant: Grant): boolean =>
  grant.personId === actor.personId &&
  grant.state === 'ACTIVE' &&
  (actor.kind === 'person' || actor.municipalityId === grant.municipalityId);
/** A grant in force opens nothing that reading would refuse, such as a process that was withdrawn. */
const opensDocument = (actor: PersonPrincipal | AppForPersonPrincipal, access: ExternalAccess): boolean =>
  holds(actor, access) && readsDocument(actor, access.document);
/** What the system granted belongs to no unit: the act itself says that it cannot be cancelled. */
const cancelsAccess = (staff: StaffPrincipal, access: EndedAccess): boolean => {
  const { process, grantedBy } = access;
  if (access.waived) return overseesAccess(staff, access);
  return readsAccesses(staff, process) && (grantedBy === null || staff.unitIds.includes(grantedBy.unitId));
};
/** Exceptions to IN-31 are for administrators, who see what they are made for. */
const overseesAccess = (staff: StaffPrincipal, { process, purpose }: ManagedAccess): boolean => purpose === 'INTIMATION' && readsLog(staff, process);
const opensIsolated = ({ reader, process }: IsolatedReading): boolean => reachOf(reader, process).kind !== 'nothing';
const asksVista = (actor: PersonPrincipal | AppForPersonPrincipal, process: ReadableProcess): boolean =>
  existenceIsPublic(process) || readsProcess(actor, process);
const asked = (actor: PersonPrincipal | AppForPersonPrincipal, { personId, municipalityId }: VistaRequest): boolean =>
  personId === actor.personId && (actor.kind === 'person' || actor.municipalityId === municipalityId);
/** The unit that was asked, or one where the process runs by now. */
const decidesVista = (staff: StaffPrincipal, { request, ...worked }: AnswerableVista): boolean =>
  worksOn(staff, worked) || (attends(staff, worked) && worked.unit.id === request.unitId);
const isolated: PermissionRow<IsolatedReading> = {
  anonymous: opensIsolated,
  person: (_actor, reading) => opensIsolated(reading),
  representative: (_actor, reading) => opensIsolated(reading),
  staff: (_actor, reading) => opensIsolated(reading),
  denied: processErrors.ACCESS_SESSION_ENDED,
};

/** Access from outside, requests to see a process, the log of readings. */
export const accessPermissions = definePermissions<AccessResources>({
  'external-access:list': { person: true, scope: 'process:read' },
  'external-access:read': { person: opensDocument, scope: 'process:read', denied: processErrors.DOCUMENT_NOT_FOUND },
  'access:grant': { staff: worksOn, denied: processErrors.PROCESS_NOT_FOUND },
  'access:cancel': { staff: cancelsAccess, denied: processErrors.ACCESS_NOT_FOUND },
  'access:read': { staff: (staff, access) => readsAccesses(staff, access.process) || overseesAccess(staff, access), denied: processErrors.ACCESS_NOT_FOUND },
  'access:list': { staff: readsAccesses, denied: processErrors.PROCESS_NOT_FOUND },
  'access:expire': { system: ['access-schedule'] },
  // The link and the mailed code are the keys, whoever is logged in besides; no app.
  'isolated-access:open': isolated,
  'isolated-access:read': isolated,
  // No scope: an app never asks for access on its own.
  'vista:request': { person: asksVista, denied: processErrors.PROCESS_NOT_FOUND },
  'vista:read': {
    person: asked,
    staff: (staff, { unitId, process }) => staff.unitIds.includes(unitId) && readsProcess(staff, process),
    scope: 'process:read',
    denied: processErrors.VISTA_NOT_FOUND,
  },
  'vista:list': { staff: worksIn, denied: processErrors.UNIT_NOT_FOUND },
  'vista:list-own': { person: true, scope: 'process:read' },
  'vista:grant': { staff: worksOn, denied: processErrors.VISTA_NOT_FOUND },
  'vista:deny': { staff: decidesVista, denied: processErrors.VISTA_NOT_FOUND },
  'vista:remind': { system: ['access-schedule'] },
  'vista:configure': byAdministrator,
  'read-log:list': { staff: readsLog, denied: processErrors.PROCESS_NOT_FOUND },
});
