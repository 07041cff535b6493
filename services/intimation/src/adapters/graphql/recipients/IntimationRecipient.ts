import type { IntimationRecipientResolvers } from '../../../generated/graphql.ts';
import { readRecipients } from '../../../use-cases/recipients/read-recipients.ts';

export const IntimationRecipient: IntimationRecipientResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readRecipients, id),
  person: ({ personId }) => ({ id: personId }),
  municipality: ({ municipalityId }) => ({ id: municipalityId }),
};
