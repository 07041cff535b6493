import { defineUseCase } from './define.ts';
import type { Municipality } from './ports.ts';

/** Identity configured a municipality: keeps what tickets need of it. */
export const noteMunicipality = defineUseCase({
  name: 'noteMunicipality',
  action: 'projection:update',
  load: (_command: { input: Municipality }) => null,
  async run({ input }, { places }) {
    await places.saveMunicipality(input);
    return { result: null };
  },
});
