import { signatureRequestExpired } from '../../domain/signatures/signature-movements.ts';
import { expireRequest } from '../../domain/signatures/asking.ts';
import { defineUseCase } from '../define.ts';
import { releaseRequest } from './release-request.ts';

interface RequestJob {
  readonly documentId: string;
  readonly requestId: string;
}

/** Ends a request whose last day is over. Signing does not wait for it: it judges by the instant. */
export const expireSignatureRequest = defineUseCase({
  name: 'expireSignatureRequest',
  action: 'signature:expire',
  load: () => null,
  async run({ input: { documentId, requestId }, now, newId }: { input: RequestJob; now: Date; newId: () => string }, ports) {
    const [before] = await ports.documents.findMany([documentId]);
    const [process] = before === undefined ? [] : await ports.processes.findMany([before.processId]);
    if (before === undefined || process === undefined) return { result: null };
    const expired = expireRequest(before, process, requestId);
    if (expired === undefined) return { result: null };
    const { document, request, event } = expired;
    await ports.documents.update(document);
    await releaseRequest(request, document, { by: 'signature-schedule', at: now, reason: 'Prazo encerrado' }, ports);
    const { municipalityId, id: processId } = process;
    const place = { id: newId(), processId, municipalityId, at: request.endedAt ?? now, unitId: null, by: null };
    await ports.movements.append([signatureRequestExpired(place, document)]);
    return {
      result: null,
      events: [event],
      audit: [{ entity: { type: 'signature-request', id: requestId }, municipalityId, before: null, after: request.state }],
    };
  },
});
