import { connectionOf } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { QueryResolvers } from '../../../generated/graphql.ts';
import { listFailedNotices } from '../../../use-cases/fulfilment/list-failed-notices.ts';

/** Reads of what failed. */
export const fulfilmentQueries = {
  async failedNotices(_parent, { municipalityId, ...paging }, { ask }) {
    return connectionOf(await ask(listFailedNotices, { municipalityId, page: pageRequest(paging) }));
  },
} satisfies QueryResolvers;
