import type { IssuedIntimationTypeResolvers } from '../../../generated/graphql.ts';
import { responseModeLabels } from '../../../domain/types/response-mode.ts';
import { viewOf } from '../view-of.ts';

export const IssuedIntimationType: IssuedIntimationTypeResolvers = {
  responseMode: ({ responseMode }) => viewOf(responseModeLabels, responseMode),
};
