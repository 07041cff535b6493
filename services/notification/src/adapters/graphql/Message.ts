import type { MessageResolvers } from '../../generated/graphql.ts';
import { readMessages } from '../../use-cases/read-messages.ts';
import { toDelivery } from './mappers.ts';

export const Message: MessageResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readMessages, id),
  municipality: ({ municipalityId }) => ({ id: municipalityId }),
  delivery: ({ delivery }) => toDelivery(delivery),
};
