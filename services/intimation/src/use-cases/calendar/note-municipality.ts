import type { Municipality } from '../../domain/calendar/municipality.ts';
import { defineUseCase } from '../define.ts';

/** Keeps what legal dates need to know of a municipality. */
export const noteMunicipality = defineUseCase({
  name: 'noteMunicipality',
  action: 'municipality:note',
  load: ({ input }: { input: Municipality }) => ({ municipalityId: input.id }),
  async run({ input }, { municipalities }) {
    await municipalities.save(input);
    return { result: input.id };
  },
});
