import { connectionOf } from '@guiche/kit/graphql';
import type { QueryResolvers } from '../../../generated/graphql.ts';
import { listSignatureRequests } from '../../../use-cases/signatures/list-signature-requests.ts';
import { listSigningBlocks } from '../../../use-cases/signatures/list-signing-blocks.ts';
import { readSignatureLevels } from '../../../use-cases/signatures/read-signature-levels.ts';
import { verifyDocumentByNumber } from '../../../use-cases/signatures/verify-document-by-number.ts';
import { verifyDocument } from '../../../use-cases/signatures/verify-document.ts';

/** What is asked about signatures. */
export const signatureQueries = {
  mySignatureRequests: async (_parent, input, { ask }) => connectionOf(await ask(listSignatureRequests, input)),
  signingBlocks: async (_parent, input, { ask }) => connectionOf(await ask(listSigningBlocks, input)),
  documentVerification: (_parent, input, { ask }) => ask(verifyDocument, input),
  documentVerificationByNumber: (_parent, input, { ask }) => ask(verifyDocumentByNumber, input),
  signatureLevels: (_parent, input, { ask }) => ask(readSignatureLevels, input),
} satisfies QueryResolvers;
