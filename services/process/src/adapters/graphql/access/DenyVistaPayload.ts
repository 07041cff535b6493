import type { DenyVistaPayloadResolvers } from '../../../generated/graphql.ts';
import { findVistaRequest } from '../../../use-cases/access/find-vista-request.ts';

export const DenyVistaPayload: DenyVistaPayloadResolvers = {
  request: ({ requestId }, _args, { ask }) => ask(findVistaRequest, { id: requestId }),
};
