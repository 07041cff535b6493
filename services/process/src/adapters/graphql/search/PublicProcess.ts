import { connectionOf } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { PublicProcessResolvers } from '../../../generated/graphql.ts';
import { listPublicDocuments, listPublicMovements } from '../../../use-cases/search/list-public-contents.ts';

export const PublicProcess: PublicProcessResolvers = {
  number: ({ process }) => process.number,
  type: ({ process }) => process.typeName,
  unit: ({ process }) => ({ id: process.unitId }),
  documents: async (process, page, { ask }) => connectionOf(await ask(listPublicDocuments, { process, page: pageRequest(page) })),
  movements: async (process, page, { ask }) => connectionOf(await ask(listPublicMovements, { process, page: pageRequest(page) })),
};
