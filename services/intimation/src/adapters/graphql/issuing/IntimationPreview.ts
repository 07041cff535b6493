import type { IntimationPreviewResolvers } from '../../../generated/graphql.ts';

export const IntimationPreview: IntimationPreviewResolvers = {
  needsConfirmation: ({ recipients }) => recipients.some(({ accessChange }) => accessChange === 'REPLACES_PARTIAL'),
  refused: ({ recipients }) => recipients.some(({ accessChange, conflicts }) => accessChange === 'REFUSED' || conflicts.length > 0),
};
