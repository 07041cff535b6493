import type { ExportProcessPayloadResolvers } from '../../../generated/graphql.ts';
import { findExport } from '../../../use-cases/exports/read-exports.ts';
import { ProcessExport } from './ProcessExport.ts';

const ExportProcessPayload: ExportProcessPayloadResolvers = {
  export: ({ exportId }, _args, { ask }) => ask(findExport, { id: exportId }),
};

/** The types of exports. */
export const exportTypes = { ExportProcessPayload, ProcessExport };
