import type { Principal } from '@guiche/kit/auth';
import type { AccessTermsInput } from '../../domain/access/access-terms.ts';
import { allIssued } from '../../domain/processes/reading.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { defineQuery } from '../define.ts';
import { loadWorkedProcess } from '../processes/load-worked.ts';
import { decideTerms } from './decide-terms.ts';
import type { DecidedTerms } from './decide-terms.ts';

/** What an access would open, before the password is typed for it. */
export interface AccessPreview extends DecidedTerms {
  readonly documentCount: number;
}

/** Shows exactly what a grant would open, and its digest (AE-01, AE-02). */
export const previewAccessGrant = defineQuery({
  action: 'access:grant',

  load: ({ input, actor }: { input: AccessTermsInput; actor: Principal }, ports) => loadWorkedProcess(input, ports, actor),

  async run({ input, actor, resource, now }, ports): Promise<AccessPreview> {
    const decided = await decideTerms({ input, worked: resource, reader: readerOf(actor), now }, ports);
    const { scope, documentIds } = decided.terms;
    const documentCount = scope === 'PARTIAL' ? documentIds.length : await ports.documents.count(resource.process.id, allIssued);
    return { ...decided, documentCount };
  },
});
