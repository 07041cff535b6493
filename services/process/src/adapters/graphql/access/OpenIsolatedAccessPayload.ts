import type { OpenIsolatedAccessPayloadResolvers } from '../../../generated/graphql.ts';

export const OpenIsolatedAccessPayload: OpenIsolatedAccessPayloadResolvers = {
  token: (session, _args, { isolatedToken }) => isolatedToken(session),
};
