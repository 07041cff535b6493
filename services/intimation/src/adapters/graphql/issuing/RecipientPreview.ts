import type { RecipientPreviewResolvers } from '../../../generated/graphql.ts';
import { viewOf } from '../view-of.ts';
import { accessChangeLabels, accessScopeLabels } from './labels.ts';

export const RecipientPreview: RecipientPreviewResolvers = {
  accessScope: ({ accessScope }) => viewOf(accessScopeLabels, accessScope),
  accessChange: ({ accessChange }) => viewOf(accessChangeLabels, accessChange),
  tacitDeadline: ({ tacit }) => tacit,
  conflicts: ({ conflicts }) => conflicts.map(({ documentId, number }) => ({ documentId, number, document: { id: documentId } })),
};
