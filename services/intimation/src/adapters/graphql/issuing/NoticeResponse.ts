import type { NoticeResponseResolvers } from '../../../generated/graphql.ts';

export const NoticeResponse: NoticeResponseResolvers = {
  petition: ({ petitionId }) => ({ id: petitionId }),
  person: ({ personId }) => ({ id: personId }),
};
