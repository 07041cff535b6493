import type { Document } from '../documents/document.ts';
import { levelOf } from './signature.ts';
import type { Signature, SignatureAuthorization, SignatureMethod, Signer } from './signature.ts';

/** A signature but for what it is given to: all documents of one act bear the same. */
export type GivenSignature = Omit<Signature, 'sha256' | 'kind'>;

/** What somebody gives who proved his will by this authorization, in this capacity; its level is that of the method (SG-01). */
export function givenSignature(
  { id: authorizationId, signerName }: SignatureAuthorization,
  { signer, role, method, at }: { signer: Signer; role: string; method: SignatureMethod; at: Date },
): GivenSignature {
  return { signerKind: signer.kind, signerId: signer.id, signerName, role, signedAt: at, method, level: levelOf(method), authorizationId };
}

/** A document as somebody from outside sends it: what was scanned is declared true to the paper, what was born digital is signed (SG-04). */
export function signedAsSent(document: Document, given: GivenSignature): Document {
  const [state, kind] = document.conference === null ? (['SIGNED', 'SIGNATURE'] as const) : (['AUTHENTICATED', 'AUTHENTICATION'] as const);
  return { ...document, state, signatures: [{ ...given, kind, sha256: document.file.sha256 }] };
}
