import { connectionOf, countedConnectionOf } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { QueryResolvers } from '../../../generated/graphql.ts';
import { findIntimation } from '../../../use-cases/issuing/find-intimation.ts';
import { findNotice } from '../../../use-cases/issuing/find-notice.ts';
import { countMyNotices, listMyNotices } from '../../../use-cases/issuing/list-notices.ts';
import { countProcessIntimations, listProcessIntimations } from '../../../use-cases/issuing/list-process-intimations.ts';
import { previewIntimation } from '../../../use-cases/issuing/preview-intimation.ts';
import { personIdOf } from './person-id-of.ts';
import { orderOf } from './order-of.ts';

/** Reads of intimations and of notices. */
export const issuingQueries = {
  previewIntimation: (_parent, { input: { processTypeKey, ...input } }, { ask }) =>
    ask(previewIntimation, { ...orderOf(input), processTypeKey: processTypeKey ?? null }),
  intimation: (_parent, { id }, { ask }) => ask(findIntimation, { id }),
  async processIntimations(_parent, { municipalityId, processId, ...paging }, { ask }) {
    const process = { municipalityId, processId };
    const page = await ask(listProcessIntimations, { ...process, page: pageRequest(paging) });
    return countedConnectionOf(page, () => ask(countProcessIntimations, process));
  },
  async myNotices(_parent, { municipalityId, status, ...paging }, { ask, actor }) {
    const filter = { personId: personIdOf(actor), municipalityId: municipalityId ?? undefined };
    const page = await ask(listMyNotices, { filter: { ...filter, status: status ?? undefined }, page: pageRequest(paging) });
    return { ...connectionOf(page), countsByStatus: () => ask(countMyNotices, filter) };
  },
  notice: (_parent, { id }, { ask }) => ask(findNotice, { id }),
} satisfies QueryResolvers;
