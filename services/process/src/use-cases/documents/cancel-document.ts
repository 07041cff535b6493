import type { Principal } from '@guiche/kit/auth';
import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import { cancelDocument as cancel } from '../../domain/documents/cancellation.ts';
import { refuseUnlessRunning } from '../../domain/processes/guards.ts';
import { documentCancelled } from '../../domain/documents/document-movements.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { releaseEnded } from '../signatures/release-request.ts';
import { loadWorkedDocument } from './load-worked-document.ts';

export interface CancelDocument {
  readonly documentId: string;
  readonly unitId: string;
  readonly reason: string;
  readonly expectedVersion?: number | null | undefined;
}

/** The unit that made or included a document cancels it; its number stays, its content is hidden (section 2, PR-05). */
export const cancelDocument = defineUseCase({
  name: 'cancelDocument',
  action: 'document:cancel',

  load: ({ input, actor }: { input: CancelDocument; actor: Principal }, ports) => loadWorkedDocument(input, ports, actor),

  async run({ input, actor, resource: { document, process, unit }, now, newId }, ports) {
    refuseProblems([textProblem('reason', input.reason, { max: 500 })].filter((problem) => problem !== undefined));
    refuseUnlessRunning(process);
    if (document.version !== (input.expectedVersion ?? document.version)) throw platformErrors.STALE_VERSION();
    const by = authorOf(actor);
    const cancelled = cancel(document, { reason: input.reason, at: now, by });
    await ports.documents.update(cancelled);
    await releaseEnded(document, cancelled, { by: by.id, at: now, reason: input.reason }, ports);
    const { id: processId, municipalityId } = process;
    await ports.movements.append([documentCancelled({ id: newId(), processId, municipalityId, at: now, unitId: unit.id, by }, document, input.reason)]);
    return {
      result: { documentId: document.id },
      audit: [
        { entity: { type: 'document', id: document.id }, municipalityId, before: document.state, after: cancelled.state },
      ],
    };
  },
});
