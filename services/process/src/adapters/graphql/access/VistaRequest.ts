import type { VistaRequestResolvers } from '../../../generated/graphql.ts';
import { readVistaRequest } from '../../../use-cases/access/read-vista-request.ts';
import { readProcess } from '../../../use-cases/processes/read-process.ts';
import { stub, viewOf } from '../mappers.ts';
import { vistaCapacities, vistaStates } from './labels.ts';

export const VistaRequest: VistaRequestResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readVistaRequest, id),
  process: ({ processId }, _args, { entity }) => entity(readProcess, processId),
  requester: ({ personId }) => stub(personId),
  capacity: ({ capacity }) => viewOf(vistaCapacities, capacity),
  attachments: ({ attachments }) => [...attachments],
  unit: ({ unitId }) => stub(unitId),
  state: ({ state }) => viewOf(vistaStates, state),
  answeredAt: ({ answer }) => answer?.at ?? null,
  answerReason: ({ answer }) => answer?.reason ?? null,
};
