import type { DocumentVerificationResolvers } from '../../../generated/graphql.ts';

export const DocumentVerification: DocumentVerificationResolvers = {
  code: ({ verification }) => verification.code,
  crc: ({ verification }) => verification.crc,
  documentNumber: ({ document }) => document.number,
  documentType: ({ document }) => document.type,
  sha256: ({ document }) => document.file.sha256,
  signedFileSha256: ({ signedFile }) => signedFile.sha256,
  signatures: ({ document }) => [...document.signatures],
  public: ({ publicFile }) => publicFile !== null,
  file: ({ publicFile }) => publicFile,
};
