import { defineEntityQuery } from '../define.ts';
import { readableDocuments } from '../processes/load-readable.ts';

/** Documents by id, for loaders and references: null for what the actor may not see. */
export const readDocument = defineEntityQuery({
  action: 'document:read',
  loadMany: async (ids, ports, actor) => readableDocuments(await ports.documents.findMany(ids), ports, actor),
  idOf: ({ id }) => id,
});
