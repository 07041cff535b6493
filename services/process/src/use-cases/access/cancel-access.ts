import type { Principal } from '@guiche/kit/auth';
import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import { accessCancelled } from '../../domain/access/access-movements.ts';
import { cancelByUnit } from '../../domain/access/grant.ts';
import { processErrors } from '../../domain/errors.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { managedAccesses } from './load-access.ts';

export interface CancelAccess {
  readonly accessId: string;
  readonly reason: string;
  readonly expectedVersion: number;
}

/** The granting unit takes an access back, at any time and with a reason (AE-03). */
export const cancelAccess = defineUseCase({
  name: 'cancelAccess',
  action: 'access:cancel',

  async load({ input, actor }: { input: CancelAccess; actor: Principal }, ports) {
    const [access] = await managedAccesses(await ports.grants.findMany([input.accessId]), ports, actor);
    if (access === undefined) throw processErrors.ACCESS_NOT_FOUND();
    return access;
  },

  async run({ input, actor, resource: { process, ...before }, now, newId }, { grants, movements, schedule }) {
    refuseProblems([textProblem('reason', input.reason, { max: 500, multiline: true })].filter((problem) => problem !== undefined));
    if (before.version !== input.expectedVersion) throw platformErrors.STALE_VERSION();
    const by = authorOf(actor);
    const { grant, event } = cancelByUnit(before, process, { by: by.id, at: now, reason: input.reason.trim() });
    await grants.update(grant);
    await schedule.forgetExpiry(grant.id);
    const { id: processId, municipalityId } = process;
    const place = { id: newId(), processId, municipalityId, at: now, unitId: grant.grantedBy?.unitId ?? null, by };
    await movements.append([accessCancelled(place, grant)]);
    return {
      result: { grantId: grant.id },
      events: [event],
      audit: [{ entity: { type: 'grant', id: grant.id }, municipalityId, before: before.state, after: grant.state }],
    };
  },
});
