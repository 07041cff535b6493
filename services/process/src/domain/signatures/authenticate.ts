import type { Document, DocumentFile, Verification } from '../documents/document.ts';
import { processErrors } from '../errors.ts';
import { givenSignature } from './given-signature.ts';
import { roleOf, signatureLimit } from './sign.ts';
import type { ProofOfWill } from './sign.ts';
import { checkAuthorization, isBy } from './signature.ts';
import type { Signature } from './signature.ts';

/**
 * The declaration that this member of the staff may give now: the digitised copy is true to its paper (SG-04). Several
 * may give it, each once. Refuses what was born digital, and what is locked or cancelled.
 */
export function authenticationOf(document: Document, { authorization, method, signer, role, at }: ProofOfWill): Signature {
  if (document.state === 'CANCELLED') throw processErrors.DOCUMENT_ALREADY_CANCELLED();
  if (document.origin !== 'DIGITISED') throw processErrors.DOCUMENT_NOT_DIGITISED();
  if (document.state === 'LOCKED') throw processErrors.DOCUMENT_LOCKED();
  if (document.signatures.some((signature) => isBy(signature, signer))) throw processErrors.DOCUMENT_ALREADY_AUTHENTICATED();
  if (document.signatures.length >= signatureLimit) throw processErrors.TOO_MANY_SIGNATURES({ maximum: signatureLimit });
  const { sha256 } = document.file;
  const { id: documentId, municipalityId } = document;
  checkAuthorization(authorization, { signerKind: signer.kind, signerId: signer.id, documentId, municipalityId, sha256, at });
  const given = givenSignature(authorization, { signer, role: roleOf(null, authorization, role), method, at });
  return { ...given, kind: 'AUTHENTICATION', sha256 };
}

/** Section 2 of domain.md: EXTERNO_ENVIADO --authenticate--> AUTENTICADO. */
export function authenticate(
  document: Document,
  { signature, signedFile, verification }: { signature: Signature; signedFile: DocumentFile; verification: Verification },
): Document {
  return {
    ...document,
    state: 'AUTHENTICATED',
    signedFile,
    verification,
    signatures: [...document.signatures, signature],
    version: document.version + 1,
  };
}
