import type { Municipality } from '../../domain/settings/municipality.ts';
import { defineUseCase } from '../define.ts';

/** Keeps what this service needs of a municipality. */
export const updateMunicipality = defineUseCase({
  action: 'projection:update',
  load: () => null,
  async run({ input }: { input: Municipality }, { municipalities }) {
    await municipalities.save(input);
    return { result: null };
  },
});
