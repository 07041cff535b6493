import type { AuthenticateDocumentPayloadResolvers } from '../../../generated/graphql.ts';
import { findDocument } from '../../../use-cases/documents/find-document.ts';

export const AuthenticateDocumentPayload: AuthenticateDocumentPayloadResolvers = {
  document: ({ documentId }, _args, { ask }) => ask(findDocument, { id: documentId }),
};
