import type { Principal } from '@guiche/kit/auth';
import { noteViewed } from '../../domain/signatures/asking.ts';
import { defineUseCase } from '../define.ts';
import { loadReadableDocument } from '../processes/load-readable.ts';
import { signerOf } from './signer-of.ts';

/** Who is asked to sign has opened the document: SOLICITADA --view--> VISUALIZADA. Anybody else's opening changes nothing. */
export const noteDocumentViewed = defineUseCase({
  name: 'noteDocumentViewed',
  action: 'document:note-viewed',

  load: ({ input, actor }: { input: { documentId: string }; actor: Principal }, ports) => loadReadableDocument(input.documentId, ports, actor),

  async run({ actor, resource: { process: _process, ...before }, now }, { documents }) {
    const after = noteViewed(before, signerOf(actor), now);
    if (after !== before) await documents.update(after);
    return { result: { documentId: after.id } };
  },
});
