import type { ProcessAccessResolvers } from '../../../generated/graphql.ts';
import { readDocument } from '../../../use-cases/documents/read-document.ts';
import { stub, viewOf } from '../mappers.ts';
import { accessPurposes, accessScopes, accessStates } from './labels.ts';

export const ProcessAccess: ProcessAccessResolvers = {
  purpose: ({ purpose }) => viewOf(accessPurposes, purpose),
  scope: ({ scope }) => viewOf(accessScopes, scope),
  state: ({ state }) => viewOf(accessStates, state),
  person: ({ personId }) => (personId === null ? null : stub(personId)),
  recipientName: ({ recipient }) => recipient?.name ?? null,
  recipientEmail: ({ recipient }) => recipient?.email ?? null,
  unit: ({ grantedBy }) => (grantedBy === null ? null : stub(grantedBy.unitId)),
  documents: ({ documentIds }, _args, { entity }) => Promise.all(documentIds.map((id) => entity(readDocument, id))),
  cancelledAt: ({ cancellation }) => cancellation?.at ?? null,
  cancellationReason: ({ cancellation }) => cancellation?.reason ?? null,
};
