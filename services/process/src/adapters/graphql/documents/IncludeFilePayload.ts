import type { IncludeFilePayloadResolvers } from '../../../generated/graphql.ts';
import { findDocument } from '../../../use-cases/documents/find-document.ts';

export const IncludeFilePayload: IncludeFilePayloadResolvers = {
  document: ({ documentId }, _args, { ask }) => ask(findDocument, { id: documentId }),
};
