import type { IntimationRecipientResolvers } from '../../../generated/graphql.ts';
import { readRecipients } from '../../../use-cases/recipients/read-recipients.ts';

export const IntimationRecipient: IntimationRecipientResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readRecipients, id),
  person: ({ personId }) => ({ id: personId }),
  name: ({ name }) => name ?? null,
  municipality: ({ municipalityId }) => ({ id: municipalityId }),
};
