import type { Principal } from '@guiche/kit/auth';
import { defineQuery } from '../define.ts';
import { loadReadableDocument } from '../processes/load-readable.ts';

/** One document by id. */
export const findDocument = defineQuery({
  action: 'document:read',
  load: ({ input, actor }: { input: { id: string }; actor: Principal }, ports) => loadReadableDocument(input.id, ports, actor),
  run: ({ resource }) => resource,
});
