import { findDocument } from '../../../use-cases/documents/find-document.ts';
import { findSignatureRequest } from '../../../use-cases/signatures/find-signature-request.ts';
import type {
  CancelSignatureRequestPayloadResolvers,
  NoteDocumentViewedPayloadResolvers,
  RefuseSignaturePayloadResolvers,
  RequestSignaturePayloadResolvers,
} from '../../../generated/graphql.ts';

export const RequestSignaturePayload: RequestSignaturePayloadResolvers = {
  request: (acted, _args, { ask }) => ask(findSignatureRequest, acted),
};

export const CancelSignatureRequestPayload: CancelSignatureRequestPayloadResolvers = {
  request: (acted, _args, { ask }) => ask(findSignatureRequest, acted),
};

export const RefuseSignaturePayload: RefuseSignaturePayloadResolvers = {
  request: (acted, _args, { ask }) => ask(findSignatureRequest, acted),
};

export const NoteDocumentViewedPayload: NoteDocumentViewedPayloadResolvers = {
  document: ({ documentId }, _args, { ask }) => ask(findDocument, { id: documentId }),
};
