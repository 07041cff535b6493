import type { Principal } from '@guiche/kit/auth';
import { processErrors } from '../../domain/errors.ts';
import { processReceived } from '../../domain/processes/movement.ts';
import { seenBy } from '../../domain/processes/placement.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { loadWorkedProcess } from './load-worked.ts';

/** Somebody of the unit opens a process that arrived (receber): it is no longer red (PR-03, PR-04). */
export const receiveProcess = defineUseCase({
  action: 'process:receive',

  load: ({ input, actor }: { input: { processId: string; unitId: string }; actor: Principal }, ports) =>
    loadWorkedProcess(input, ports, actor),

  async run({ resource: { process, unit, placement }, actor, now, newId }, { placements, movements }) {
    if (placement === undefined) throw processErrors.PROCESS_NOT_FOUND();
    const { id: processId, municipalityId } = process;
    if (placement.seen) return { result: { processId } };
    await placements.save(seenBy(placement));
    await movements.append([processReceived({ id: newId(), processId, municipalityId, at: now, unitId: unit.id, by: authorOf(actor) }, unit)]);
    return {
      result: { processId },
      audit: [{ entity: { type: 'placement', id: placement.id }, municipalityId, before: 'unseen', after: 'seen' }],
    };
  },
});
