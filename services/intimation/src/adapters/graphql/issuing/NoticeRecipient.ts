import type { NoticeRecipientResolvers } from '../../../generated/graphql.ts';
import { viewOf } from '../view-of.ts';
import { recipientKindLabels } from './labels.ts';

export const NoticeRecipient: NoticeRecipientResolvers = {
  kind: ({ kind }) => viewOf(recipientKindLabels, kind),
  person: ({ personId }) => ({ id: personId }),
};
