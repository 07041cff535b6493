import { enforceTermDeadline as enforce } from '../domain/term.ts';
import { errors } from '../domain/errors.ts';
import { applyChange } from './apply-change.ts';
import { defineUseCase } from './define.ts';

/** ID-08: the local day of the deadline is over; an unsigned term blocks. */
export const enforceTermDeadline = defineUseCase({
  name: 'enforceTermDeadline',
  action: 'accreditation:term-job',

  async load({ input }: { input: { accreditationId: string } }, { accreditations }) {
    const [accreditation] = await accreditations.byIds([input.accreditationId]);
    if (accreditation === undefined) throw errors.ACCREDITATION_NOT_FOUND();
    return accreditation;
  },

  async run({ now, resource }, ports) {
    return applyChange(ports, resource, enforce(resource, now));
  },
});
