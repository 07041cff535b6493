import type { PetitionReceiptResolvers } from '../../../generated/graphql.ts';
import { readDocument } from '../../../use-cases/documents/read-document.ts';
import { readProcess } from '../../../use-cases/processes/read-process.ts';

export const PetitionReceipt: PetitionReceiptResolvers = {
  document: ({ documentId }, _args, { entity }) => entity(readDocument, documentId),
  process: ({ processId }, _args, { entity }) => entity(readProcess, processId),
};
