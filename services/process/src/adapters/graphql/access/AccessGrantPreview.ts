import type { AccessGrantPreviewResolvers } from '../../../generated/graphql.ts';
import { stub, viewOf } from '../mappers.ts';
import { accessScopes } from './labels.ts';

export const AccessGrantPreview: AccessGrantPreviewResolvers = {
  scope: ({ terms }) => viewOf(accessScopes, terms.scope),
  opensFutureDocuments: ({ terms }) => terms.scope === 'INTEGRAL',
  person: ({ terms: { recipient } }) => (recipient.kind === 'person' ? stub(recipient.personId) : null),
};
