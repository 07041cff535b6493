import type { Principal } from '@guiche/kit/auth';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import { signatureRequestCancelled } from '../../domain/signatures/signature-movements.ts';
import { cancelRequest } from '../../domain/signatures/asking.ts';
import { staffIdOf } from '../access/confirm-terms.ts';
import { loadWorkedDocument } from '../documents/load-worked-document.ts';
import { defineUseCase } from '../define.ts';
import { placeOf } from '../processes/place-of.ts';
import { releaseRequest } from './release-request.ts';

export interface CancelSignatureRequest {
  readonly documentId: string;
  readonly requestId: string;
  readonly unitId: string;
  readonly reason: string;
}

/** The unit no longer asks for a signature; what the request opened closes. */
export const cancelSignatureRequest = defineUseCase({
  name: 'cancelSignatureRequest',
  action: 'signature:cancel-request',

  load: ({ input, actor }: { input: CancelSignatureRequest; actor: Principal }, ports) => loadWorkedDocument(input, ports, actor),

  async run({ input, resource: worked, ...command }, ports) {
    refuseProblems([textProblem('reason', input.reason, { max: 500, multiline: true })].filter((problem) => problem !== undefined));
    const { now: at, actor } = command;
    const reason = input.reason.trim();
    const { document, request } = cancelRequest(worked.document, input.requestId, { reason, at });
    await ports.documents.update(document);
    await releaseRequest(request, document, { by: staffIdOf(actor), at, reason }, ports);
    await ports.movements.append([signatureRequestCancelled(placeOf(worked, command), document, reason)]);
    const { municipalityId } = document;
    return {
      result: { documentId: document.id, requestId: request.id },
      audit: [{ entity: { type: 'signature-request', id: request.id }, municipalityId, before: null, after: request.state }],
    };
  },
});
