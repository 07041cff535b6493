import { placementId } from '../../../domain/processes/placement.ts';
import type { ProcessActPayloadResolvers } from '../../../generated/graphql.ts';
import { readProcess } from '../../../use-cases/processes/read-process.ts';
import { readUnitProcess } from '../../../use-cases/processes/read-unit-process.ts';

export const ProcessActPayload: ProcessActPayloadResolvers = {
  process: ({ processId }, _args, { entity }) => entity(readProcess, processId),
  unitProcess: ({ processId, unitId }, _args, { entity }) => entity(readUnitProcess, placementId(processId, unitId)),
};
