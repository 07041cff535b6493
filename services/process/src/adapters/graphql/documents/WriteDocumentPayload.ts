import type { WriteDocumentPayloadResolvers } from '../../../generated/graphql.ts';
import { findDocument } from '../../../use-cases/documents/find-document.ts';

export const WriteDocumentPayload: WriteDocumentPayloadResolvers = {
  document: ({ documentId }, _args, { ask }) => ask(findDocument, { id: documentId }),
};
