import type { OpenProcessPayloadResolvers } from '../../../generated/graphql.ts';
import { findProcess } from '../../../use-cases/processes/find-process.ts';

export const OpenProcessPayload: OpenProcessPayloadResolvers = {
  process: ({ processId }, _args, { ask }) => ask(findProcess, { id: processId }),
};
