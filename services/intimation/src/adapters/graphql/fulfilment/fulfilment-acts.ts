import type { MutationResolvers } from '../../../generated/graphql.ts';
import { confirmNotice } from '../../../use-cases/fulfilment/confirm-notice.ts';
import { retryFailedNotice } from '../../../use-cases/fulfilment/retry-failed-notice.ts';
import { findNotice } from '../../../use-cases/issuing/find-notice.ts';

/** What recipients do with their intimations, and operators with what failed. */
export const fulfilmentActs = {
  async confirmNotice(_parent, { input }, { execute, ask }) {
    const { result, replayed } = await execute(confirmNotice, input);
    return { notice: await ask(findNotice, { id: result.noticeId }), replayed };
  },
  async retryFailedNotice(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(retryFailedNotice, input);
    return { id: result.id, replayed };
  },
} satisfies MutationResolvers;
