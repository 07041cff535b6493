import type { RequestVistaPayloadResolvers } from '../../../generated/graphql.ts';
import { findVistaRequest } from '../../../use-cases/access/find-vista-request.ts';

export const RequestVistaPayload: RequestVistaPayloadResolvers = {
  request: ({ requestId }, _args, { ask }) => ask(findVistaRequest, { id: requestId }),
};
