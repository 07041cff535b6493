import { exampleNumber } from '../../domain/numbers/numbering.ts';
import { defineQuery } from '../define.ts';

/** How a municipality numbers its processes; null until it is configured. */
export const readProcessNumbering = defineQuery({
  action: 'numbering:read',
  load: ({ input }: { input: { municipalityId: string } }) => input,
  async run({ input, now }, { numberings }) {
    const numbering = await numberings.find(input.municipalityId);
    return numbering === undefined ? null : { ...numbering, example: exampleNumber(numbering, now.getUTCFullYear()) };
  },
});
