import { definePermissions, principalKey } from '@guiche/kit/auth';
import type { AppForPersonPrincipal, PermissionRow, PersonPrincipal, Principal, StaffPrincipal } from '@guiche/kit/auth';
import { processErrors } from './domain/errors.ts';
import type { Grant } from './domain/access/grant.ts';
import type { VistaRequest } from './domain/access/vista.ts';
import type { Petition } from './domain/petitions/petition.ts';
import type { RequestedExport } from './domain/exports/requested-export.ts';
import type { Unit } from './domain/settings/municipality.ts';
import { concerns } from './domain/signatures/signing-block.ts';
import type { SigningBlock, WorkedBlock } from './domain/signatures/signing-block.ts';
import type { ReadableTask, WorkedTask } from './domain/tasks/task-reading.ts';
import type { Task } from './domain/tasks/task.ts';
import type { Process } from './domain/processes/process.ts';
import { existenceIsPublic, reachOf, reaches } from './domain/processes/reading.ts';
import { requestsShownTo } from './domain/signatures/asked-signature.ts';
import type { AnswerableVista, EndedAccess, ExternalAccess, IsolatedReading, ManagedAccess, ReadableVista } from './domain/access/access-readings.ts';
import type { AskedSignature } from './domain/signatures/asked-signature.ts';
import type { ReadableDocument, ReadableProcess, Reader } from './domain/processes/reading.ts';
import type { UnitProcess, WorkedDocument, WorkedPair, WorkedProcess } from './domain/processes/worked.ts';

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
  'process:suspend': WorkedProcess;
  'process:resume': WorkedProcess;
  'process:update': WorkedProcess;
  'process:mark': WorkedProcess;
  'process:annex': WorkedPair;
  'process:detach': WorkedPair;
  'process:relate': WorkedPair;
  'process:unrelate': WorkedPair;
  'credential:grant': WorkedProcess;
  'credential:revoke': WorkedProcess;
  'unit-process:list': Unit;
  'unit-process:read': UnitProcess;
  'process:search': null;
  'process:read': ReadableProcess;
  'process:read-contents': readonly ReadableProcess[];
  'document:upload': null;
  'document:include': WorkedProcess;
  'document:write': WorkedProcess;
  'document:edit': WorkedDocument;
  'document:cancel': WorkedDocument;
  'document:read': ReadableDocument;
  'document:read-contents': readonly ReadableDocument[];
  'document:sign': ReadableDocument;
  'document:authenticate': WorkedDocument;
  'signature:request': WorkedDocument;
  'signature:cancel-request': WorkedDocument;
  'signature:refuse': AskedSignature;
  'signature:expire': null;
  'signature-request:read': AskedSignature;
  'signature-request:list-own': null;
  'document:note-viewed': ReadableDocument;
  'signing-block:create': Unit;
  'signing-block:list': Unit;
  'signing-block:read': SigningBlock;
  'signing-block:change': WorkedBlock;
  'signing-block:return': WorkedBlock;
  'signature-level:read': null;
  'signature-level:configure': InMunicipality;
  'document:verify': null;
  'export:request': ReadableProcess;
  'export:read': RequestedExport;
  'export:check': readonly RequestedExport[];
  'export:list': null;
  'export:write': null;
  'export:clear': null;
  'external-access:list': null;
  'external-access:read': ExternalAccess;
  'access:grant': WorkedProcess;
  'access:cancel': EndedAccess;
  'access:read': ManagedAccess;
  'access:list': ReadableProcess;
  'access:expire': null;
  'isolated-access:open': IsolatedReading;
  'isolated-access:read': IsolatedReading;
  'process:list-own': null;
  'vista:request': ReadableProcess;
  'vista:read': ReadableVista;
  'vista:list': Unit;
  'vista:list-own': null;
  'vista:grant': AnswerableVista;
  'vista:deny': AnswerableVista;
  'vista:remind': null;
  'vista:configure': InMunicipality;
  'petition:start': InMunicipality;
  'petition:list': null;
  'petition:read': Petition;
  'petition:edit': Petition;
  'petition:discard': Petition;
  'petition:file': Petition;
  'petition:forget': null;
  'intimation:bind': null;
  'intimation:withdraw': null;
  'notice:fulfil': null;
  'notice:follow': null;
  'read-log:list': Process;
  'task:assign': WorkedProcess;
  'task:resolve': ReadableTask;
  'task:decide': WorkedTask;
  'task:read': ReadableTask;
  'task:list': Unit;
  'task:list-own': null;
  'task:remind': null;
  'task:expire': null;
  'catalogue:read': null;
  'catalogue:configure': InMunicipality;
  'numbering:read': InMunicipality;
  'numbering:configure': InMunicipality;
  'number:check': null;
  'letterhead:configure': InMunicipality;
  'process-rules:read': InMunicipality;
  'process-rules:configure': InMunicipality;
  'dossier:list': InMunicipality;
  'dossier:gather': null;
  'dossier:open-process': null;
  'dossier:offer-access': null;
  'dossier:withdraw': null;
  'search:index': null;
  'public-search:read': null;
  'public-search:configure': InMunicipality;
  'basic-data:consult': null;
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
const readsDocuments = (actor: Principal, documents: readonly ReadableDocument[]): boolean =>
  documents.every((document) => readsDocument(actor, document));
const readsAll = (actor: Principal, processes: readonly ReadableProcess[]): boolean =>
  processes.every((process) => readsProcess(actor, process));

/** An app of one city does not see what it asked for in another. */
const ownsExport = (actor: Principal, { owner, municipalityId }: RequestedExport): boolean =>
  owner === principalKey(actor) && (actor.kind !== 'app-for-person' || actor.municipalityId === municipalityId);
const ownsExports = (actor: Principal, requested: readonly RequestedExport[]): boolean => requested.every((one) => ownsExport(actor, one));

const worksIn = (staff: StaffPrincipal, unit: Unit): boolean =>
  unit.active && unit.municipalityId === staff.municipalityId && staff.unitIds.includes(unit.id);
/** Staff act on what they read, for one of their own units, while the process is open there. */
const worksOn = (staff: StaffPrincipal, { process, unit }: WorkedProcess): boolean =>
  worksIn(staff, unit) && process.openUnitIds.includes(unit.id) && readsProcess(staff, process);
/** The same where the act itself says whether the process has to be open in the unit, and what to do when it is not. */
const attends = (staff: StaffPrincipal, { process, unit }: WorkedProcess): boolean => worksIn(staff, unit) && readsProcess(staff, process);
const attendsBoth = (staff: StaffPrincipal, pair: WorkedPair): boolean => attends(staff, pair) && readsProcess(staff, pair.other);
/** A unit changes only what it made or included itself. */
const worksOnDocument = (staff: StaffPrincipal, { document, ...worked }: WorkedDocument): boolean =>
  worksOn(staff, worked) && document.unitId === worked.unit.id && readsDocument(staff, { ...document, process: worked.process });
/** Staff sign what their unit made, while the process is open there, and what was shared with them for it. */
const signs = (staff: StaffPrincipal, document: ReadableDocument): boolean => {
  const { unitId, createdBy, process } = document;
  const isOwn = unitId !== null && createdBy.kind === 'staff' && staff.unitIds.includes(unitId) && process.openUnitIds.includes(unitId);
  return (isOwn || process.sharedDocumentIds?.includes(document.id) === true) && readsDocument(staff, document);
};
const isAskedToSign = (actor: PersonPrincipal | AppForPersonPrincipal | StaffPrincipal, { document, request }: AskedSignature): boolean => {
  const [kind, id] = actor.kind === 'staff' ? ['staff', actor.staffId] : ['person', actor.personId];
  return request.signerKind === kind && request.signerId === id && (actor.kind === 'person' || actor.municipalityId === document.municipalityId);
};
const seesRequest = (staff: StaffPrincipal, { document, request }: AskedSignature): boolean =>
  isAskedToSign(staff, { document, request }) || (readsDocument(staff, document) && requestsShownTo(readerOf(staff), document).includes(request));
const seesBlock = (staff: StaffPrincipal, block: SigningBlock): boolean =>
  staff.municipalityId === block.municipalityId && staff.unitIds.some((id) => concerns(block, id));
const ownsBlock = (staff: StaffPrincipal, { block, unit }: WorkedBlock): boolean => worksIn(staff, unit) && unit.id === block.unitId;
const hasBlock = (staff: StaffPrincipal, { block, unit }: WorkedBlock): boolean => worksIn(staff, unit) && concerns(block, unit.id);
/** The unit compares its own copies, and those that came from outside while it has the process. */
const authenticates = (staff: StaffPrincipal, { document, ...worked }: WorkedDocument): boolean =>
  worksOn(staff, worked) &&
  (document.unitId ?? worked.unit.id) === worked.unit.id &&
  readsDocument(staff, { ...document, process: worked.process });
const readsOwn = (staff: StaffPrincipal, { unitId, process }: UnitProcess): boolean =>
  staff.unitIds.includes(unitId) && readsProcess(staff, process);
/** The role means nothing outside the platform's own tenant. */
const operates = (staff: StaffPrincipal): boolean => staff.municipalityId === 'platform' && staff.roles.includes('operator');
const administers = (staff: StaffPrincipal, { municipalityId }: InMunicipality): boolean =>
  operates(staff) || (staff.municipalityId === municipalityId && staff.roles.includes('administrator'));
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

/** Recipients' names and addresses are shown to units that have or had the process, not to all who read what is public. */
const readsAccesses = (staff: StaffPrincipal, process: ReadableProcess): boolean =>
  readsProcess(staff, process) && process.unitIds.some((id) => staff.unitIds.includes(id));
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

/** The person who is asked, in the city of the app that asks for him. */
const isAsked = (actor: PersonPrincipal | AppForPersonPrincipal, { personId, municipalityId }: Task): boolean =>
  personId === actor.personId && (actor.kind === 'person' || actor.municipalityId === municipalityId);
/** The unit that asked, or one where the process runs by now. */
const decidesTask = (staff: StaffPrincipal, { task, ...worked }: WorkedTask): boolean =>
  worksOn(staff, worked) || (attends(staff, worked) && worked.unit.id === task.unitId);

const byUnit = { staff: attends, denied: processErrors.PROCESS_NOT_FOUND };
const isolated: PermissionRow<IsolatedReading> = {
  anonymous: opensIsolated,
  person: (_actor, reading) => opensIsolated(reading),
  representative: (_actor, reading) => opensIsolated(reading),
  staff: (_actor, reading) => opensIsolated(reading),
  denied: processErrors.ACCESS_SESSION_ENDED,
};
const startsIn = (actor: PersonPrincipal | AppForPersonPrincipal, { municipalityId }: InMunicipality): boolean =>
  actor.kind === 'person' || actor.municipalityId === municipalityId;
const petitions = (actor: PersonPrincipal | AppForPersonPrincipal, petition: Petition): boolean =>
  petition.personId === actor.personId && (actor.kind === 'person' || actor.municipalityId === petition.municipalityId);

const onPair = { staff: attendsBoth, denied: processErrors.PROCESS_NOT_FOUND };
const byAdministrator = { staff: administers, denied: processErrors.MUNICIPALITY_NOT_FOUND };

/** Who may do what; what is not said is refused. The matrix in src/test shows it row by row. */
export const permissions = definePermissions<Resources>({
  'process:open': { staff: worksIn, denied: processErrors.UNIT_NOT_FOUND },
  'process:receive': byUnit,
  'process:assign': byUnit,
  'process:send': byUnit,
  'process:conclude': byUnit,
  'process:reopen': byUnit,
  'process:suspend': byUnit,
  'process:resume': byUnit,
  'process:update': byUnit,
  'process:mark': byUnit,
  'process:annex': onPair,
  'process:detach': onPair,
  'process:relate': onPair,
  'process:unrelate': onPair,
  // Who reads a secret process has a credential; of another there are none to give.
  'credential:grant': byUnit,
  'credential:revoke': byUnit,
  'unit-process:list': { staff: worksIn, denied: processErrors.UNIT_NOT_FOUND },
  'unit-process:read': { staff: readsOwn, denied: processErrors.PROCESS_NOT_FOUND },
  // Each result is judged by what reading of processes and documents is judged by.
  'process:search': { staff: true },
  'process:read': { person: readsProcess, staff: readsProcess, scope: 'process:read', denied: processErrors.PROCESS_NOT_FOUND },
  'process:read-contents': { person: readsAll, staff: readsAll, scope: 'process:read', denied: processErrors.PROCESS_NOT_FOUND },
  'document:upload': { person: true, staff: true, scope: 'petition:file' },
  'document:include': { staff: worksOn, denied: processErrors.PROCESS_NOT_FOUND },
  'document:write': { staff: worksOn, denied: processErrors.PROCESS_NOT_FOUND },
  'document:edit': { staff: worksOnDocument, denied: processErrors.DOCUMENT_NOT_FOUND },
  'document:cancel': { staff: worksOnDocument, denied: processErrors.DOCUMENT_NOT_FOUND },
  'document:read': { person: readsDocument, staff: readsDocument, scope: 'process:read', denied: processErrors.DOCUMENT_NOT_FOUND },
  'document:read-contents': { person: readsDocuments, staff: readsDocuments, scope: 'process:read', denied: processErrors.DOCUMENT_NOT_FOUND },
  // No scope: an app never signs for a person.
  'document:sign': { person: readsDocument, staff: signs, denied: processErrors.DOCUMENT_NOT_FOUND },
  'document:authenticate': { staff: authenticates, denied: processErrors.DOCUMENT_NOT_FOUND },
  'signature:request': { staff: worksOnDocument, denied: processErrors.DOCUMENT_NOT_FOUND },
  'signature:cancel-request': { staff: worksOnDocument, denied: processErrors.DOCUMENT_NOT_FOUND },
  // No scope: an app never refuses for a person.
  'signature:refuse': { person: isAskedToSign, staff: isAskedToSign, denied: processErrors.SIGNATURE_REQUEST_NOT_FOUND },
  'signature:expire': { system: ['signature-schedule'] },
  'signature-request:read': { person: isAskedToSign, staff: seesRequest, scope: 'process:read', denied: processErrors.SIGNATURE_REQUEST_NOT_FOUND },
  'signature-request:list-own': { person: true, staff: true, scope: 'process:read' },
  'document:note-viewed': { person: readsDocument, staff: readsDocument, denied: processErrors.DOCUMENT_NOT_FOUND },
  'signing-block:create': { staff: worksIn, denied: processErrors.UNIT_NOT_FOUND },
  'signing-block:list': { staff: worksIn, denied: processErrors.UNIT_NOT_FOUND },
  'signing-block:read': { staff: seesBlock, denied: processErrors.SIGNING_BLOCK_NOT_FOUND },
  'signing-block:change': { staff: ownsBlock, denied: processErrors.SIGNING_BLOCK_NOT_FOUND },
  'signing-block:return': { staff: hasBlock, denied: processErrors.SIGNING_BLOCK_NOT_FOUND },
  'signature-level:read': { anonymous: true, person: true, representative: true, staff: true, app: true, scope: 'process:read' },
  'signature-level:configure': byAdministrator,
  // The code is the key (SG-06).
  'document:verify': { anonymous: true, person: true, representative: true, staff: true, app: true, scope: 'process:read' },
  'export:request': { person: readsProcess, staff: readsProcess, scope: 'process:read', denied: processErrors.PROCESS_NOT_FOUND },
  'export:read': { person: ownsExport, staff: ownsExport, scope: 'process:read', denied: processErrors.EXPORT_NOT_FOUND },
  'export:check': { person: ownsExports, staff: ownsExports, scope: 'process:read', denied: processErrors.EXPORT_NOT_FOUND },
  'export:list': { person: true, staff: true, scope: 'process:read' },
  'export:write': { system: ['process-export'] },
  'export:clear': { system: ['process-export'] },
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
  'process:list-own': { person: true, scope: 'process:read' },
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
  'petition:start': { person: startsIn, scope: 'petition:file', denied: processErrors.MUNICIPALITY_NOT_FOUND },
  'petition:list': { person: true, scope: 'process:read' },
  'petition:read': { person: petitions, scope: 'process:read', denied: processErrors.PETITION_NOT_FOUND },
  'petition:edit': { person: petitions, scope: 'petition:file', denied: processErrors.PETITION_NOT_FOUND },
  'petition:discard': { person: petitions, scope: 'petition:file', denied: processErrors.PETITION_NOT_FOUND },
  // No scope: an app prepares a petition, the person files it.
  'petition:file': { person: petitions, denied: processErrors.PETITION_NOT_FOUND },
  'petition:forget': { system: ['petition-expiry'] },
  'intimation:bind': { system: ['intimation-saga'] },
  'intimation:withdraw': { system: ['intimation-saga'] },
  'notice:fulfil': { system: ['intimation-saga'] },
  'notice:follow': { system: ['intimation-saga'] },
  'read-log:list': { staff: readsLog, denied: processErrors.PROCESS_NOT_FOUND },
  'task:assign': { staff: worksOn, denied: processErrors.PROCESS_NOT_FOUND },
  // No scope: an app shows tasks, the person does them.
  'task:resolve': { person: isAsked, denied: processErrors.TASK_NOT_FOUND },
  'task:decide': { staff: decidesTask, denied: processErrors.TASK_NOT_FOUND },
  'task:read': { person: isAsked, staff: (staff, { process }) => readsAccesses(staff, process), scope: 'process:read', denied: processErrors.TASK_NOT_FOUND },
  'task:list': { staff: worksIn, denied: processErrors.UNIT_NOT_FOUND },
  'task:list-own': { person: true, scope: 'process:read' },
  'task:remind': { system: ['task-schedule'] },
  'task:expire': { system: ['task-schedule'] },
  'catalogue:read': { anonymous: true, person: true, representative: true, staff: true, app: true, scope: 'process:read' },
  'catalogue:configure': byAdministrator,
  'numbering:read': byAdministrator,
  'numbering:configure': byAdministrator,
  // It tells about masks, which every number shows, never about processes.
  'number:check': { anonymous: true, person: true, representative: true, staff: true, app: true, scope: 'process:read' },
  'letterhead:configure': byAdministrator,
  'process-rules:read': byAdministrator,
  'process-rules:configure': byAdministrator,
  'dossier:list': byAdministrator,
  'dossier:gather': { system: ['accreditation-saga'] },
  'dossier:open-process': { system: ['accreditation-saga'] },
  'dossier:offer-access': { system: ['accreditation-saga'] },
  'dossier:withdraw': { system: ['accreditation-saga'] },
  // What is public is decided by PS-02 and PS-03 alone, whoever asks; apps read it in bulk by their scope.
  'public-search:read': { anonymous: true, person: true, representative: true, staff: true, app: true, scope: 'search:bulk' },
  'public-search:configure': byAdministrator,
  'basic-data:consult': { person: true, representative: true, staff: true, scope: 'process:read' },
  'search:index': { system: ['search-index'] },
  'projection:update': { system: ['projection'] },
});
