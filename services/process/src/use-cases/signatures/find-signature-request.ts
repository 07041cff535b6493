import type { Principal } from '@guiche/kit/auth';
import { defineQuery } from '../define.ts';
import { loadAsked } from './load-asked.ts';

/** One request, for its signer and for the unit that asks. */
export const findSignatureRequest = defineQuery({
  action: 'signature-request:read',
  load: ({ input, actor }: { input: { documentId: string; requestId: string }; actor: Principal }, ports) => loadAsked(input, ports, actor),
  run: ({ resource }) => resource,
});
