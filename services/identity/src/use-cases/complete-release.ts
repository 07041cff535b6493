import { completeRelease as complete } from '../domain/release.ts';
import type { OpenedProcess } from '../domain/release.ts';
import { applyChange } from './apply-change.ts';
import { defineUseCase } from './define.ts';

/** Step 4 of the saga: the process exists, so the person is released and the term's deadline runs (ID-08). */
export const completeRelease = defineUseCase({
  name: 'completeRelease',
  action: 'accreditation:release',

  async load({ input }: { input: OpenedProcess & { accreditationId: string } }, { accreditations }) {
    const [accreditation] = await accreditations.byIds([input.accreditationId]);
    return accreditation ?? null;
  },

  async run({ input, now, resource }, ports) {
    if (resource === null) return { result: null };
    const [municipality] = await ports.municipalities.byIds([resource.municipalityId]);
    if (municipality === undefined) throw new Error(`Accreditation ${resource.id} without municipality`);
    const { timeZone, termDeadlineDays } = municipality;
    const change = complete(resource, input, { at: now, timeZone, termDeadlineDays });
    if (change.state.state === 'RELEASED_TERM_PENDING' && change.state.release !== null) {
      await ports.termJobs.plan(change.state, change.state.release, { now, timeZone });
    }
    return applyChange(ports, resource, change);
  },
});
