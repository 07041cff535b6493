import { definePermissions } from '@guiche/kit/auth';
import type { AppForPersonPrincipal, PersonPrincipal, StaffPrincipal } from '@guiche/kit/auth';
import { processErrors } from '../domain/errors.ts';
import type { ReadableDocument } from '../domain/processes/reading.ts';
import type { WorkedDocument } from '../domain/processes/worked.ts';
import type { Unit } from '../domain/settings/municipality.ts';
import { requestsShownTo } from '../domain/signatures/asked-signature.ts';
import type { AskedSignature } from '../domain/signatures/asked-signature.ts';
import { concerns } from '../domain/signatures/signing-block.ts';
import type { SigningBlock, WorkedBlock } from '../domain/signatures/signing-block.ts';
import { readerOf, readsDocument } from './reader-of.ts';
import { worksIn, worksOn, worksOnDocument, byAdministrator } from './staff-rights.ts';
import type { InMunicipality } from './staff-rights.ts';

/** What each action is judged on. */
export interface SignatureResources {
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
}

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

/** Signatures, requests for them, signing blocks, verification. */
export const signaturePermissions = definePermissions<SignatureResources>({
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
});
