import { awaitsSignatureOf } from '../../../domain/documents/document.ts';
import type { DocumentResolvers } from '../../../generated/graphql.ts';
import { readDocument } from '../../../use-cases/documents/read-document.ts';
import { accessLevels, documentOrigins, documentStates, viewOf } from '../mappers.ts';

export const Document: DocumentResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readDocument, id),
  origin: ({ origin }) => viewOf(documentOrigins, origin),
  state: ({ state }) => viewOf(documentStates, state),
  accessLevel: ({ accessLevel }) => viewOf(accessLevels, accessLevel),
  signatures: ({ signatures }) => [...signatures],
  pendingSignature: (document, _args, { actor }) => actor.kind === 'person' && awaitsSignatureOf(document, actor.personId),
};
