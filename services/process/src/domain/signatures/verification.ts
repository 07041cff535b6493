import type { Document, DocumentFile, Verification } from '../documents/document.ts';
import type { Signature } from './signature.ts';

/** Whether what a code was printed for still stands (SG-06, SG-07). */
export type VerificationState = 'VALID' | 'VOIDED' | 'CANCELLED';

/** The signatures that one code answers for. */
export interface VerifiedSignatures {
  readonly verification: Verification;
  readonly state: VerificationState;
  readonly signatures: readonly Signature[];
  /** The PDF that shows them. */
  readonly signedFile: DocumentFile;
  /** Of the content that was signed. */
  readonly sha256: string;
  /** Set when they are void: when the content changed, and why. */
  readonly voided: { readonly at: Date; readonly reason: string } | null;
}

/** What a code printed for a document answers for, as it is now or as it was; undefined when it is none of this document. */
export function verifiedBy(document: Document, matches: (verification: Verification) => boolean): VerifiedSignatures | undefined {
  const { verification, signedFile, signatures, file } = document;
  const isCancelled = document.state === 'CANCELLED';
  if (verification !== null && signedFile !== null && matches(verification)) {
    return { verification, signatures, signedFile, sha256: file.sha256, state: isCancelled ? 'CANCELLED' : 'VALID', voided: null };
  }
  const former = document.voidedSignatures.find((voided) => matches(voided.verification));
  if (former === undefined) return undefined;
  const { at, reason } = former;
  return {
    verification: former.verification,
    signatures: former.signatures,
    signedFile: former.signedFile,
    sha256: former.signatures[0]?.sha256 ?? file.sha256,
    state: isCancelled ? 'CANCELLED' : 'VOIDED',
    voided: { at, reason },
  };
}

/** What people read for a state. */
export function verificationStateLabel(state: VerificationState): string {
  switch (state) {
    case 'VALID':
      return 'Assinaturas válidas';
    case 'VOIDED':
      return 'Assinaturas anuladas: o documento foi alterado depois';
    case 'CANCELLED':
      return 'Documento cancelado';
  }
}
