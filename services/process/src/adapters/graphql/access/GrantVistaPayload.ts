import type { GrantVistaPayloadResolvers } from '../../../generated/graphql.ts';
import { findVistaRequest } from '../../../use-cases/access/find-vista-request.ts';

export const GrantVistaPayload: GrantVistaPayloadResolvers = {
  request: ({ requestId }, _args, { ask }) => ask(findVistaRequest, { id: requestId }),
};
