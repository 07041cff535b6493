import { countedConnectionOf } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { QueryResolvers } from '../../generated/graphql.ts';
import { countOwnMessages, listOwnMessages } from '../../use-cases/list-own-messages.ts';

export const Query: QueryResolvers = {
  async myMessages(_parent, { unread, ...paging }, { ask }) {
    const filter = { unread: unread ?? false };
    const page = await ask(listOwnMessages, { ...filter, page: pageRequest(paging) });
    return countedConnectionOf(page, () => ask(countOwnMessages, filter));
  },
};
