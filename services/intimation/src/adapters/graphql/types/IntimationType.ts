import type { IntimationTypeResolvers } from '../../../generated/graphql.ts';
import { responseModeLabels } from '../../../domain/types/response-mode.ts';
import { readResponseTypes } from '../../../use-cases/types/read-response-types.ts';
import { viewOf } from '../view-of.ts';

export const IntimationType: IntimationTypeResolvers = {
  responseMode: ({ responseMode }) => viewOf(responseModeLabels, responseMode),
  responseTypes: ({ responseTypeIds }, _args, { entity }) => Promise.all(responseTypeIds.map((id) => entity(readResponseTypes, id))),
};
