import { withDetail } from '../processes/movement.ts';
import type { Movement, Place } from '../processes/movement.ts';

export function documentSigned(place: Place, document: { number: string }, signerName: string): Movement {
  return withDetail({ ...place, kind: 'DOCUMENT_SIGNED', description: `Documento ${document.number} assinado` }, ` por ${signerName}`);
}

/** A copy was declared true to its paper (SG-04). */
export function documentAuthenticated(place: Place, document: { number: string }, signerName: string): Movement {
  return withDetail({ ...place, kind: 'DOCUMENT_AUTHENTICATED', description: `Documento ${document.number} autenticado` }, ` por ${signerName}`);
}

/** Signatures ended with the content they were for (SG-07). */
export function signaturesVoided(place: Place, document: { number: string }, reason: string): Movement {
  return withDetail({ ...place, kind: 'SIGNATURES_VOIDED', description: `Assinaturas do documento ${document.number} anuladas` }, `: ${reason}`);
}

/** Whom it asks is told apart: the process knows no names of persons. */
export function signatureRequested(place: Place, document: { number: string }, signer: { kind: 'person' | 'staff'; id: string }): Movement {
  return { ...place, kind: 'SIGNATURE_REQUESTED', description: `Solicitada assinatura do documento ${document.number}`, about: signer };
}

export function signatureRefused(place: Place, document: { number: string }, reason: string): Movement {
  return withDetail({ ...place, kind: 'SIGNATURE_REFUSED', description: `Recusada a assinatura do documento ${document.number}` }, `: ${reason}`);
}

export function signatureRequestCancelled(place: Place, document: { number: string }, reason: string): Movement {
  return withDetail({ ...place, kind: 'SIGNATURE_REQUEST_ENDED', description: `Cancelado o pedido de assinatura do documento ${document.number}` }, `: ${reason}`);
}

export function signatureRequestExpired(place: Place, document: { number: string }): Movement {
  return { ...place, kind: 'SIGNATURE_REQUEST_ENDED', description: `Expirado o pedido de assinatura do documento ${document.number}` };
}
