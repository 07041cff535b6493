import type { TaskAnswerPreviewResolvers } from '../../../generated/graphql.ts';

export const TaskAnswerPreview: TaskAnswerPreviewResolvers = {
  missing: ({ missing }) => [...missing],
  documentTitles: ({ documentTitles }) => [...documentTitles],
};
