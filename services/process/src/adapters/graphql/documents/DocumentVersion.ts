import type { DocumentVersionResolvers } from '../../../generated/graphql.ts';
import { authorView } from '../processes/Movement.ts';

export const DocumentVersion: DocumentVersionResolvers = {
  by: ({ by }) => authorView(by),
  content: (version, _args, { textOf }) => textOf(version),
};
