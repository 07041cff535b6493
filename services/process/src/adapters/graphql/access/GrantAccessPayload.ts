import type { GrantAccessPayloadResolvers } from '../../../generated/graphql.ts';
import { findAccess } from '../../../use-cases/access/find-access.ts';

export const GrantAccessPayload: GrantAccessPayloadResolvers = {
  access: ({ grantId }, _args, { ask }) => ask(findAccess, { id: grantId }),
};
