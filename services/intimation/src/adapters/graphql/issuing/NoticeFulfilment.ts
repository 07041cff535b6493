import type { NoticeFulfilmentResolvers } from '../../../generated/graphql.ts';
import { viewOf } from '../view-of.ts';
import { fulfilmentKindLabels } from './labels.ts';

export const NoticeFulfilment: NoticeFulfilmentResolvers = {
  kind: ({ kind }) => viewOf(fulfilmentKindLabels, kind),
  fulfilledOn: ({ on }) => on,
  consultedBy: ({ by }) => (by === null ? null : { id: by.personId }),
  certificate: ({ certificate }) => (certificate === null ? null : { id: certificate.documentId }),
  certificateNumber: ({ certificate }) => certificate?.documentNumber ?? null,
};
