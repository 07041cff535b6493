import type { Principal } from '@guiche/kit/auth';
import { platformErrors, refuseProblems, textProblem } from '@guiche/kit/errors';
import { accessCancelled } from '../../domain/access/access-movements.ts';
import { cancelByUnit } from '../../domain/access/grant.ts';
import { processErrors } from '../../domain/errors.ts';
import { authorOf } from '../author-of.ts';
import { defineUseCase } from '../define.ts';
import { replaceIntimationAccess } from '../intimations/replace-intimation-access.ts';
import { knownMunicipality } from '../numbers/take-process-number.ts';
import { managedAccesses } from './load-access.ts';

export interface CancelAccess {
  readonly accessId: string;
  readonly reason: string;
  readonly expectedVersion: number;
  /** An administrator's exception to IN-31. */
  readonly waiver?: { readonly reason: string } | null | undefined;
}

/**
 * The granting unit takes an access back, at any time and with a reason (AE-03). That of intimations it takes back once they
 * are over, and a partial one takes its place (IN-30, IN-31).
 */
export const cancelAccess = defineUseCase({
  name: 'cancelAccess',
  action: 'access:cancel',

  async load({ input, actor }: { input: CancelAccess; actor: Principal }, ports) {
    const [access] = await managedAccesses(await ports.grants.findMany([input.accessId]), ports, actor);
    if (access === undefined) throw processErrors.ACCESS_NOT_FOUND();
    return { ...access, waived: input.waiver != null };
  },

  prepare: ({ resource }, ports) => knownMunicipality(resource.municipalityId, ports),

  async run({ input, actor, resource: { process, waived: _waived, ...before }, prepared: { timeZone }, now, newId }, ports) {
    const { reason, waiver = null } = input;
    const problems = [textProblem('reason', reason, { max: 500, multiline: true }), waiver === null ? undefined : textProblem('waiver.reason', waiver.reason, { max: 500, multiline: true })];
    refuseProblems(problems.filter((problem) => problem !== undefined));
    if (before.version !== input.expectedVersion) throw platformErrors.STALE_VERSION();
    const by = authorOf(actor);
    if (before.purpose === 'INTIMATION') {
      return replaceIntimationAccess(before, { by, at: now, reason: reason.trim(), waiver, timeZone, newId }, ports);
    }
    const { grant, event } = cancelByUnit(before, process, { by: by.id, at: now, reason: reason.trim() });
    await ports.grants.update(grant);
    await ports.schedule.forgetExpiry(grant.id);
    const { id: processId, municipalityId } = process;
    const place = { id: newId(), processId, municipalityId, at: now, unitId: grant.grantedBy?.unitId ?? null, by };
    await ports.movements.append([accessCancelled(place, grant)]);
    return {
      result: { grantId: grant.id, replacementId: null },
      events: [event],
      audit: [{ entity: { type: 'grant', id: grant.id }, municipalityId, before: before.state, after: grant.state }],
    };
  },
});
