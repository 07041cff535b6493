import type { DocumentTypeResolvers } from '../../../generated/graphql.ts';
import { accessLevels, documentMakings, viewOf } from '../mappers.ts';

export const DocumentType: DocumentTypeResolvers = {
  makings: ({ makings }) => makings.map((making) => viewOf(documentMakings, making)),
  forcedAccessLevel: ({ forcedAccess }) => (forcedAccess === null ? null : viewOf(accessLevels, forcedAccess.accessLevel)),
  forcedLegalHypothesisKey: ({ forcedAccess }) => forcedAccess?.legalHypothesisKey,
};
