import { definePermissions } from '@guiche/kit/auth';
import type { AppForPersonPrincipal, PersonPrincipal, Principal, StaffPrincipal } from '@guiche/kit/auth';
import { processErrors } from './domain/errors.ts';
import type { Grant } from './domain/access/grant.ts';
import type { Unit } from './domain/settings/municipality.ts';
import { reachOf, reaches } from './domain/processes/reading.ts';
import type { ExternalAccess, ReadableDocument, ReadableProcess, Reader, WorkedDocument, WorkedProcess } from './domain/processes/reading.ts';

interface InMunicipality {
  readonly municipalityId: string;
}

/** What each action is judged on. */
export interface Resources {
  'process:open': Unit;
  'process:receive': WorkedProcess;
  'process:assign': WorkedProcess;
  'process:send': WorkedProcess;
  'process:conclude': WorkedProcess;
  'process:reopen': WorkedProcess;
  'unit-process:list': Unit;
  'unit-process:read': UnitProcess;
  'process:read': ReadableProcess;
  'process:read-contents': readonly ReadableProcess[];
  'document:upload': null;
  'document:include': WorkedProcess;
  'document:cancel': WorkedDocument;
  'document:read': ReadableDocument;
  'document:sign': ReadableDocument;
  'document:verify': null;
  'external-access:list': null;
  'external-access:read': ExternalAccess;
  'catalogue:read': null;
  'catalogue:configure': InMunicipality;
  'numbering:read': InMunicipality;
  'numbering:configure': InMunicipality;
  'number:check': null;
  'letterhead:configure': InMunicipality;
  'dossier:list': InMunicipality;
  'dossier:gather': null;
  'dossier:open-process': null;
  'dossier:offer-access': null;
  'dossier:withdraw': null;
  'projection:update': null;
}

/** Who somebody is when it comes to reading. What a representative may read depends on powers not known here yet. */
export function readerOf(actor: Principal): Reader {
  switch (actor.kind) {
    case 'person':
      return { kind: 'person', personId: actor.personId };
    case 'app-for-person':
      return { kind: 'person', personId: actor.personId, municipalityId: actor.municipalityId };
    case 'staff':
      return { kind: 'staff', staffId: actor.staffId, municipalityId: actor.municipalityId, unitIds: actor.unitIds };
    case 'anonymous':
    case 'representative':
    case 'app':
    case 'system':
      return { kind: 'nobody' };
  }
}

const readsProcess = (actor: Principal, process: ReadableProcess): boolean => reachOf(readerOf(actor), process).kind !== 'nothing';
const readsDocument = (actor: Principal, document: ReadableDocument): boolean =>
  reaches(reachOf(readerOf(actor), document.process), document);
const readsAll = (actor: Principal, processes: readonly ReadableProcess[]): boolean =>
  processes.every((process) => readsProcess(actor, process));

const worksIn = (staff: StaffPrincipal, unit: Unit): boolean =>
  unit.active && unit.municipalityId === staff.municipalityId && staff.unitIds.includes(unit.id);
/** Staff act on what they read, for one of their own units, while the process is open there. */
const worksOn = (staff: StaffPrincipal, { process, unit }: WorkedProcess): boolean =>
  worksIn(staff, unit) && process.openUnitIds.includes(unit.id) && readsProcess(staff, process);
/** The same where the act itself says whether the process has to be open in the unit, and what to do when it is not. */
const attends = (staff: StaffPrincipal, { process, unit }: WorkedProcess): boolean => worksIn(staff, unit) && readsProcess(staff, process);
/** A unit changes only what it made or included itself. */
const worksOnDocument = (staff: StaffPrincipal, { document, ...worked }: WorkedDocument): boolean =>
  worksOn(staff, worked) && document.unitId === worked.unit.id && readsDocument(staff, { ...document, process: worked.process });
const readsOwn = (staff: StaffPrincipal, { unitId, process }: UnitProcess): boolean =>
  staff.unitIds.includes(unitId) && readsProcess(staff, process);
/** The role means nothing outside the platform's own tenant. */
const operates = (staff: StaffPrincipal): boolean => staff.municipalityId === 'platform' && staff.roles.includes('operator');
const administers = (staff: StaffPrincipal, { municipalityId }: InMunicipality): boolean =>
  operates(staff) || (staff.municipalityId === municipalityId && staff.roles.includes('administrator'));
const holds = (actor: PersonPrincipal | AppForPersonPrincipal, grant: Grant): boolean =>
  grant.personId === actor.personId &&
  grant.state === 'ACTIVE' &&
  (actor.kind === 'person' || actor.municipalityId === grant.municipalityId);

const byUnit = { staff: attends, denied: processErrors.PROCESS_NOT_FOUND };
const byAdministrator = { staff: administers, denied: processErrors.MUNICIPALITY_NOT_FOUND };

/** Who may do what; what is not said is refused. The matrix in src/test shows it row by row. */
export const permissions = definePermissions<Resources>({
  'process:open': { staff: worksIn, denied: processErrors.UNIT_NOT_FOUND },
  'process:receive': byUnit,
  'process:assign': byUnit,
  'process:send': byUnit,
  'process:conclude': byUnit,
  'process:reopen': byUnit,
  'unit-process:list': { staff: worksIn, denied: processErrors.UNIT_NOT_FOUND },
  'unit-process:read': { staff: readsOwn, denied: processErrors.PROCESS_NOT_FOUND },
  'process:read': { person: readsProcess, staff: readsProcess, scope: 'process:read', denied: processErrors.PROCESS_NOT_FOUND },
  'process:read-contents': { person: readsAll, staff: readsAll, scope: 'process:read', denied: processErrors.PROCESS_NOT_FOUND },
  'document:upload': { person: true, staff: true, scope: 'petition:file' },
  'document:include': { staff: worksOn, denied: processErrors.PROCESS_NOT_FOUND },
  'document:cancel': { staff: worksOnDocument, denied: processErrors.DOCUMENT_NOT_FOUND },
  'document:read': { person: readsDocument, staff: readsDocument, scope: 'process:read', denied: processErrors.DOCUMENT_NOT_FOUND },
  // No scope: an app never signs for a person.
  'document:sign': { person: readsDocument, denied: processErrors.DOCUMENT_NOT_FOUND },
  // The code is the key (SG-06).
  'document:verify': { anonymous: true, person: true, representative: true, staff: true, app: true, scope: 'process:read' },
  'external-access:list': { person: true, scope: 'process:read' },
  'external-access:read': { person: holds, scope: 'process:read', denied: processErrors.DOCUMENT_NOT_FOUND },
  'catalogue:read': { anonymous: true, person: true, representative: true, staff: true, app: true, scope: 'process:read' },
  'catalogue:configure': byAdministrator,
  'numbering:read': byAdministrator,
  'numbering:configure': byAdministrator,
  // It tells about masks, which every number shows, never about processes.
  'number:check': { anonymous: true, person: true, representative: true, staff: true, app: true, scope: 'process:read' },
  'letterhead:configure': byAdministrator,
  'dossier:list': byAdministrator,
  'dossier:gather': { system: ['accreditation-saga'] },
  'dossier:open-process': { system: ['accreditation-saga'] },
  'dossier:offer-access': { system: ['accreditation-saga'] },
  'dossier:withdraw': { system: ['accreditation-saga'] },
  'projection:update': { system: ['projection'] },
});
