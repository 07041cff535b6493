import type { CancelDocumentPayloadResolvers } from '../../../generated/graphql.ts';
import { findDocument } from '../../../use-cases/documents/find-document.ts';

export const CancelDocumentPayload: CancelDocumentPayloadResolvers = {
  document: ({ documentId }, _args, { ask }) => ask(findDocument, { id: documentId }),
};
