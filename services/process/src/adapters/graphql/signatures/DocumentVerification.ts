import { verificationStateLabel } from '../../../domain/signatures/verification.ts';
import type { DocumentVerificationResolvers } from '../../../generated/graphql.ts';

export const DocumentVerification: DocumentVerificationResolvers = {
  code: ({ verification }) => verification.code,
  crc: ({ verification }) => verification.crc,
  documentNumber: ({ document }) => document.number,
  documentType: ({ document }) => document.type,
  state: ({ state }) => ({ value: state, label: verificationStateLabel(state) }),
  voidedAt: ({ voided }) => voided?.at ?? null,
  voidedReason: ({ voided }) => voided?.reason ?? null,
  signedFileSha256: ({ signedFile }) => signedFile.sha256,
  signatures: ({ signatures }) => [...signatures],
  public: ({ publicFile }) => publicFile !== null,
  file: ({ publicFile }) => publicFile,
};
