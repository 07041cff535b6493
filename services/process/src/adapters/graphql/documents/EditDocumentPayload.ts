import type { EditDocumentPayloadResolvers } from '../../../generated/graphql.ts';
import { findDocument } from '../../../use-cases/documents/find-document.ts';

export const EditDocumentPayload: EditDocumentPayloadResolvers = {
  document: ({ documentId }, _args, { ask }) => ask(findDocument, { id: documentId }),
};
