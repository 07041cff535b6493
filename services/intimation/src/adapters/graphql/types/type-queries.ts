import { connectionOf } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { QueryResolvers } from '../../../generated/graphql.ts';
import { listIntimationTypes, listResponseTypes } from '../../../use-cases/types/list-types.ts';

/** Reads of types of intimation and of response. */
export const typeQueries = {
  async intimationTypes(_parent, { municipalityId, includeInactive, ...paging }, { ask }) {
    const filter = { municipalityId, activeOnly: includeInactive !== true };
    return connectionOf(await ask(listIntimationTypes, { filter, page: pageRequest(paging) }));
  },
  async responseTypes(_parent, { municipalityId, includeInactive, ...paging }, { ask }) {
    const filter = { municipalityId, activeOnly: includeInactive !== true };
    return connectionOf(await ask(listResponseTypes, { filter, page: pageRequest(paging) }));
  },
} satisfies QueryResolvers;
