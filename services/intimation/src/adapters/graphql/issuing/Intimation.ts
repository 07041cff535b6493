import { connectionOf } from '@guiche/kit/graphql';
import { intimationStateLabels } from '../../../domain/issuing/intimation.ts';
import type { IntimationResolvers } from '../../../generated/graphql.ts';
import { readIntimations } from '../../../use-cases/issuing/read-intimations.ts';
import { viewOf } from '../view-of.ts';
import { accessScopeLabels } from './labels.ts';
import { inOrderOfStatus } from './status-view.ts';

export const Intimation: IntimationResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readIntimations, id),
  state: ({ state }) => viewOf(intimationStateLabels, state),
  unit: ({ unitId }) => ({ id: unitId }),
  process: ({ processId }) => ({ id: processId }),
  document: ({ documentId }) => ({ id: documentId }),
  annexes: ({ annexDocumentIds }) => annexDocumentIds.map((id) => ({ id })),
  documents: ({ documentId, annexDocumentIds }) => [documentId, ...annexDocumentIds].map((id) => ({ id })),
  accessScope: ({ accessScope }) => viewOf(accessScopeLabels, accessScope),
  requestedBy: ({ requestedBy }) => ({ id: requestedBy }),
  countsByStatus: async (intimation, _args, { countsOf }) => inOrderOfStatus(await countsOf(intimation)),
  notices: async (intimation, { status, ...paging }, { noticesOf }) => connectionOf(await noticesOf(intimation, { status, ...paging })),
};
