import { localDate } from '@guiche/kit/calendar';
import { grantToPerson } from '../access/grant-to-person.ts';
import type { Grant } from '../access/grant.ts';
import type { Document } from '../documents/document.ts';
import type { SignatureRequest } from './signature-request.ts';

/** Opens the document to the person who is asked to sign it (Assinatura Externa, AE-06 kind A). It ends with the request. */
export function signatureGrant(request: SignatureRequest, document: Document, { id, timeZone }: { id: string; timeZone: string }): Grant {
  const { signerId, requestedAt: at, requestedBy } = request;
  const opened = { id, municipalityId: document.municipalityId, processId: document.processId, documentIds: [document.id], label: document.type } as const;
  return grantToPerson({ ...opened, purpose: 'SIGNATURE', scope: 'PARTIAL', personId: signerId, grantedBy: requestedBy }, { at, on: localDate(at, timeZone) });
}
