import { processErrors } from '../../domain/errors.ts';
import { checkNumber } from '../../domain/numbers/check-number.ts';
import { defineQuery } from '../define.ts';

interface NumberOfCity {
  readonly municipalityId: string;
  readonly number: string;
}

/** Anybody asks whether a number was typed right; whether such a process exists is not told. */
export const checkProcessNumber = defineQuery({
  action: 'number:check',
  load: ({ input: _input }: { input: NumberOfCity }) => null,
  async run({ input: { municipalityId, number } }, { numberings }) {
    const known = await numberings.ofMunicipality(municipalityId);
    if (known.length === 0) throw processErrors.NUMBERING_NOT_CONFIGURED();
    return checkNumber(known, number);
  },
});
