import type { CancelAccessPayloadResolvers } from '../../../generated/graphql.ts';
import { findAccess } from '../../../use-cases/access/find-access.ts';

export const CancelAccessPayload: CancelAccessPayloadResolvers = {
  access: ({ grantId }, _args, { ask }) => ask(findAccess, { id: grantId }),
  replacement: ({ replacementId }, _args, { ask }) => (replacementId === null ? null : ask(findAccess, { id: replacementId })),
};
