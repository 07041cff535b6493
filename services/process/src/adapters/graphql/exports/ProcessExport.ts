import type { ProcessExportResolvers } from '../../../generated/graphql.ts';
import { readProcess } from '../../../use-cases/processes/read-process.ts';
import { viewOf } from '../mappers.ts';
import { exportFormats, exportObstacles, exportStates } from './labels.ts';

export const ProcessExport: ProcessExportResolvers = {
  process: ({ processId }, _args, { entity }) => entity(readProcess, processId),
  format: ({ format }) => viewOf(exportFormats, format),
  state: ({ state }) => viewOf(exportStates, state),
  file: async (requested, _args, { fileOfExport }) => fileOfExport(requested),
  async obstacle(requested, _args, { obstacleOf }) {
    const obstacle = requested.state === 'DONE' ? await obstacleOf(requested) : null;
    return obstacle === null ? null : viewOf(exportObstacles, obstacle);
  },
};
