import { blockStateLabel } from '../../../domain/signatures/signing-block.ts';
import type { SigningBlockResolvers } from '../../../generated/graphql.ts';
import { readDocument } from '../../../use-cases/documents/read-document.ts';
import { stub } from '../mappers.ts';

export const SigningBlock: SigningBlockResolvers = {
  unit: ({ unitId }) => stub(unitId),
  state: ({ state }) => ({ value: state, label: blockStateLabel(state) }),
  documents: ({ documents }, _args, { entity }) => Promise.all(documents.map(({ documentId }) => entity(readDocument, documentId))),
  documentCount: ({ documents }) => documents.length,
  offeredTo: ({ offeredTo }) => offeredTo.map(stub),
  returnedBy: ({ returnedBy }) => returnedBy.map(stub),
};
