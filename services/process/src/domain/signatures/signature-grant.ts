import { localDate } from '@guiche/kit/calendar';
import type { Grant } from '../access/grant.ts';
import type { Document } from '../documents/document.ts';
import type { SignatureRequest } from './signature-request.ts';

/** Opens the document to the person who is asked to sign it (Assinatura Externa, AE-06 kind A). It ends with the request. */
export function signatureGrant(request: SignatureRequest, document: Document, { id, timeZone }: { id: string; timeZone: string }): Grant {
  const { signerId, requestedAt: at, requestedBy } = request;
  return {
    id,
    municipalityId: document.municipalityId,
    processId: document.processId,
    purpose: 'SIGNATURE',
    scope: 'PARTIAL',
    documentIds: [document.id],
    personId: signerId,
    recipient: null,
    label: document.type,
    state: 'ACTIVE',
    reason: null,
    grantedBy: requestedBy,
    createdAt: at,
    releasedAt: at,
    releasedOn: localDate(at, timeZone),
    expiresAt: null,
    cancellation: null,
    intimations: [],
    version: 1,
  };
}
