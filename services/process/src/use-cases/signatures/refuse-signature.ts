import type { Principal } from '@guiche/kit/auth';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { signatureRefused } from '../../domain/signatures/signature-movements.ts';
import { refuseSignature as refuse } from '../../domain/signatures/asking.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { loadAsked } from './load-asked.ts';
import { releaseRequest } from './release-request.ts';
import { signerOf } from './signer-of.ts';

export interface RefuseSignature {
  readonly documentId: string;
  readonly requestId: string;
  readonly reason: string;
}

/** Who was asked to sign does not, and says why (section 2, "Signature request"). */
export const refuseSignature = defineUseCase({
  name: 'refuseSignature',
  action: 'signature:refuse',

  load: ({ input, actor }: { input: RefuseSignature; actor: Principal }, ports) => loadAsked(input, ports, actor),

  async run({ input, actor, resource, now: at, newId }, ports) {
    refuseProblems([textProblem('reason', input.reason, { max: 500, multiline: true })].filter((problem) => problem !== undefined));
    const { process, ...before } = resource.document;
    const reason = input.reason.trim();
    const by = authorOf(actor);
    const { document, request, event } = refuse(before, process, { signer: signerOf(actor), reason, at });
    await ports.documents.update(document);
    await releaseRequest(request, document, { by: by.id, at, reason }, ports);
    const { municipalityId, id: processId } = process;
    await ports.movements.append([signatureRefused({ id: newId(), processId, municipalityId, at, unitId: null, by }, document, reason)]);
    return {
      result: { documentId: document.id, requestId: request.id },
      events: [event],
      audit: [{ entity: { type: 'signature-request', id: request.id }, municipalityId, before: resource.request.state, after: request.state }],
    };
  },
});
