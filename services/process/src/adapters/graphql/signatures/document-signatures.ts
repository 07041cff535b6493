import { requestsShownTo } from '../../../domain/signatures/asked-signature.ts';
import { awaitsSignatureOf } from '../../../domain/signatures/sign.ts';
import type { DocumentResolvers } from '../../../generated/graphql.ts';
import { readerOf } from '../../../permissions/reader-of.ts';
import { actingSigner } from '../../../use-cases/signatures/signer-of.ts';

/** What a document shows of its signatures. */
export const documentSignatures = {
  signatures: ({ signatures }) => [...signatures],
  voidedSignatures: ({ voidedSignatures }) =>
    voidedSignatures.flatMap(({ signatures, at, reason }) => signatures.map((signature) => ({ signature, voidedAt: at, reason }))),
  signatureRequests: (document, _args, { actor }) => requestsShownTo(readerOf(actor), document).map((request) => ({ document, request })),
  pendingSignature: (document, _args, { actor }) => {
    const signer = actingSigner(actor);
    return signer !== null && awaitsSignatureOf(document, signer);
  },
} satisfies DocumentResolvers;
