import type { Principal } from '@guiche/kit/auth';
import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import { vistaAnswered } from '../../domain/access/access-movements.ts';
import { answerVista } from '../../domain/access/vista.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { staffIdOf } from './confirm-terms.ts';
import { loadAnswerable } from './load-vista.ts';

export interface DenyVista {
  readonly requestId: string;
  readonly unitId: string;
  readonly reason: string;
  readonly expectedVersion: number;
}

/** The unit denies a request to see a process, with the reason (VI-02). */
export const denyVista = defineUseCase({
  name: 'denyVista',
  action: 'vista:deny',

  load: ({ input, actor }: { input: DenyVista; actor: Principal }, ports) => loadAnswerable(input, ports, actor),

  async run({ input, actor, resource: { request: before, process, unit }, now, newId }, { vistas, movements }) {
    refuseProblems([textProblem('reason', input.reason, { max: 500, multiline: true })].filter((problem) => problem !== undefined));
    if (before.version !== input.expectedVersion) throw platformErrors.STALE_VERSION();
    const answer = { at: now, staffId: staffIdOf(actor), unitId: unit.id, reason: input.reason.trim(), grantId: null };
    const { request, event } = answerVista(before, answer);
    await vistas.update(request);
    const { id: processId, municipalityId } = process;
    await movements.append([vistaAnswered({ id: newId(), processId, municipalityId, at: now, unitId: unit.id, by: authorOf(actor) }, 'DENIED')]);
    return {
      result: { requestId: request.id },
      events: [event],
      audit: [{ entity: { type: 'vista-request', id: request.id }, municipalityId, before: before.state, after: request.state }],
    };
  },
});
