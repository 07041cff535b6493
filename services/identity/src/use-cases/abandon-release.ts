import { abandonRelease as abandon } from '../domain/release.ts';
import { applyChange } from './apply-change.ts';
import { defineUseCase } from './define.ts';

/** The process could not be opened for good: back to analysis, the clerk is told by the ticket. */
export const abandonRelease = defineUseCase({
  name: 'abandonRelease',
  action: 'accreditation:release',

  async load({ input }: { input: { accreditationId: string; ticketId: string } }, { accreditations }) {
    const [accreditation] = await accreditations.byIds([input.accreditationId]);
    return accreditation ?? null;
  },

  async run({ input, resource }, ports) {
    if (resource === null) return { result: null };
    return applyChange(ports, resource, abandon(resource, input.ticketId));
  },
});
