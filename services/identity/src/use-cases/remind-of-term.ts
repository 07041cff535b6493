import { remindOfTerm as remind } from '../domain/term.ts';
import { errors } from '../domain/errors.ts';
import { defineUseCase } from './define.ts';

/** A reminder is due; when the term was signed meanwhile there is nothing to say. */
export const remindOfTerm = defineUseCase({
  name: 'remindOfTerm',
  action: 'accreditation:term-job',

  async load({ input }: { input: { accreditationId: string; daysLeft: number } }, { accreditations }) {
    const [accreditation] = await accreditations.byIds([input.accreditationId]);
    if (accreditation === undefined) throw errors.ACCREDITATION_NOT_FOUND();
    return accreditation;
  },

  async run({ input, resource }) {
    const reminder = remind(resource, input.daysLeft);
    return { result: null, events: reminder === undefined ? [] : [reminder] };
  },
});
