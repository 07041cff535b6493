import { connectionOf } from '@guiche/kit/graphql';
import type { MutationResolvers, QueryResolvers } from '../../../generated/graphql.ts';
import { exportProcess } from '../../../use-cases/exports/export-process.ts';
import { findExport, listExports } from '../../../use-cases/exports/read-exports.ts';

export const exportQueries = {
  processExport: (_parent, input, { ask }) => ask(findExport, input),
  myExports: async (_parent, input, { ask }) => connectionOf(await ask(listExports, input)),
} satisfies QueryResolvers;

export const exportMutations = {
  async exportProcess(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(exportProcess, input);
    return { exportId: result.exportId, replayed };
  },
} satisfies MutationResolvers;
