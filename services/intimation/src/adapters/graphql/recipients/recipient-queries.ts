import { countedConnectionOf } from '@guiche/kit/graphql';
import { pageRequest } from '@guiche/kit/use-case';
import type { QueryResolvers } from '../../../generated/graphql.ts';
import { countRecipients, listRecipients } from '../../../use-cases/recipients/list-recipients.ts';

/** Reads of who can be intimated. */
export const recipientQueries = {
  async intimationRecipients(_parent, { municipalityId, personId, name, ...paging }, { ask }) {
    const filter = { municipalityId, personId: personId ?? undefined, name: name ?? undefined };
    const page = await ask(listRecipients, { filter, page: pageRequest(paging) });
    return countedConnectionOf(page, () => ask(countRecipients, filter));
  },
} satisfies QueryResolvers;
