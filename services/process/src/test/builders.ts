import type { Document, DocumentFile } from '../domain/documents/document.ts';
import type { Grant } from '../domain/access/grant.ts';
import type { Municipality, Unit } from '../domain/settings/municipality.ts';
import type { Place } from '../domain/processes/movement.ts';
import { generatedIn, placementId } from '../domain/processes/placement.ts';
import type { Placement } from '../domain/processes/placement.ts';
import type { WorkedProcess } from '../domain/processes/worked.ts';
import type { Process } from '../domain/processes/process.ts';
import { newRequest } from '../domain/signatures/signature-request.ts';
import type { SignatureRequest } from '../domain/signatures/signature-request.ts';
import type { Signature, SignatureAuthorization } from '../domain/signatures/signature.ts';

const at = new Date('2026-03-06T12:00:00Z');

export function aMunicipality(changes: Partial<Municipality> = {}): Municipality {
  return {
    id: 'campinas',
    name: 'Prefeitura Municipal de Campinas',
    acronym: 'PMC',
    city: 'Campinas',
    state: 'SP',
    timeZone: 'America/Sao_Paulo',
    ...changes,
  };
}

export function aUnit(changes: Partial<Unit> = {}): Unit {
  return {
    id: 'campinas-protocolo-geral',
    municipalityId: 'campinas',
    name: 'Protocolo Geral',
    acronym: 'PG',
    body: null,
    email: 'protocolo@campinas.example',
    active: true,
    ...changes,
  };
}

export function aProcess(changes: Partial<Process> = {}): Process {
  return {
    id: 'process-1',
    municipalityId: 'campinas',
    number: 'PMC.2021.00035498-55',
    numberKey: 'PMC20210003549855',
    typeKey: 'general-request',
    typeName: 'Requerimento geral',
    specification: 'Poda de árvore',
    subjects: [],
    state: 'NORMAL',
    accessLevel: 'PUBLIC',
    legalHypothesis: null,
    globalLevel: 'PUBLIC',
    openedAt: at,
    unitId: 'campinas-protocolo-geral',
    interestedPartyIds: [],
    otherParties: [],
    openUnitIds: ['campinas-protocolo-geral'],
    unitIds: ['campinas-protocolo-geral'],
    credentialedStaffIds: [],
    annexedToId: null,
    intimationsInCourse: [],
    shownByIntimations: [],
    ticketId: null,
    withdrawal: null,
    version: 1,
    ...changes,
  };
}

export function aPlacement(changes: Partial<Placement> = {}): Placement {
  const placement = generatedIn({ process: aProcess(), unitId: 'campinas-protocolo-geral', at });
  return { ...placement, ...changes, id: placementId(changes.processId ?? placement.processId, changes.unitId ?? placement.unitId) };
}

/** A process open in the unit that acts. */
export function aWorkedProcess(changes: { process?: Partial<Process>; unit?: Partial<Unit>; placement?: Partial<Placement> | null } = {}): WorkedProcess {
  const unit = aUnit(changes.unit);
  const placement = changes.placement === null ? undefined : aPlacement({ unitId: unit.id, ...changes.placement });
  return { process: { ...aProcess(changes.process), grants: [] }, unit, placement };
}

export function aPlace(changes: Partial<Place> = {}): Place {
  return {
    id: 'movement-1', processId: 'process-1', municipalityId: 'campinas', at, unitId: 'campinas-protocolo-geral', by: { kind: 'staff', id: 'clerk' }, ...changes,
  };
}

export function aFile(changes: Partial<DocumentFile>): DocumentFile {
  return { id: 'f'.repeat(24), fileName: 'termo.pdf', mediaType: 'application/pdf', size: 10, sha256: 'a'.repeat(64), ...changes };
}

export function aDocument(changes: Partial<Document> = {}): Document {
  return {
    id: 'document-1',
    processId: 'process-1',
    municipalityId: 'campinas',
    sequence: 1,
    number: '0000001',
    typeKey: null,
    type: 'Termo de Credenciamento de Usuário Externo',
    title: 'Termo de Credenciamento de Usuário Externo',
    origin: 'BORN_DIGITAL',
    conference: null,
    state: 'DRAFT',
    accessLevel: 'RESTRICTED',
    legalHypothesis: 'Informação Pessoal',
    createdAt: at,
    createdBy: { kind: 'system', id: 'accreditation-saga' },
    unitId: 'campinas-protocolo-geral',
    submittedBy: null,
    petitionId: null,
    file: aFile({}),
    signedFile: null,
    verification: null,
    signatureRequests: [],
    signatureRequestedAt: null,
    signatures: [],
    voidedSignatures: [],
    bonds: [],
    cancellation: null,
    ticketId: null,
    version: 1,
    ...changes,
  };
}

export function aGrant(changes: Partial<Grant> = {}): Grant {
  return {
    id: 'grant-1',
    municipalityId: 'campinas',
    processId: 'process-1',
    purpose: 'SIGNATURE',
    scope: 'PARTIAL',
    documentIds: ['document-1'],
    personId: 'ana',
    recipient: null,
    label: 'Termo de Credenciamento de Usuário Externo',
    state: 'ACTIVE',
    reason: null,
    grantedBy: null,
    createdAt: at,
    releasedAt: at,
    releasedOn: '2026-03-06',
    expiresAt: null,
    cancellation: null,
    intimations: [],
    version: 1,
    ...changes,
  };
}

export function aSignatureRequest(changes: Partial<SignatureRequest> = {}): SignatureRequest {
  const signer = { kind: 'person', id: 'ana' } as const;
  return { ...newRequest({ id: 'request-1', signer, signerName: 'Ana Souza', role: 'Usuário Externo', at }), ...changes };
}

export function aSignature(changes: Partial<Signature> = {}): Signature {
  return {
    kind: 'SIGNATURE',
    signerKind: 'person',
    signerId: 'ana',
    signerName: 'Ana Souza',
    role: 'Usuário Externo',
    signedAt: at,
    sha256: 'a'.repeat(64),
    method: 'SYSTEM_PASSWORD',
    level: 'SIMPLE',
    authorizationId: 'authorization-1',
    ...changes,
  };
}

export function anAuthorization(changes: Partial<SignatureAuthorization> = {}): SignatureAuthorization {
  return {
    id: 'authorization-1',
    signerKind: 'person',
    signerId: 'ana',
    signerName: 'Ana Souza',
    role: null,
    documentId: 'document-1',
    municipalities: ['campinas'],
    sha256: 'a'.repeat(64),
    expiresAt: new Date(at.getTime() + 5 * 60_000),
    ...changes,
  };
}
