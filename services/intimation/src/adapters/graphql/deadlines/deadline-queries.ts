import type { QueryResolvers } from '../../../generated/graphql.ts';
import { previewDeadline } from '../../../use-cases/deadlines/preview-deadline.ts';

/** Reads of deadlines that nothing depends on yet. */
export const deadlineQueries = {
  previewDeadline: (_parent, { input }, { ask }) => ask(previewDeadline, input),
} satisfies QueryResolvers;
