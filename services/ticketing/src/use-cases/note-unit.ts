import { defineUseCase } from './define.ts';
import type { Unit } from './ports.ts';

/** Identity changed a unit: keeps what tickets need of it. */
export const noteUnit = defineUseCase({
  name: 'noteUnit',
  action: 'projection:update',
  load: (_command: { input: Unit }) => null,
  async run({ input }, { places }) {
    await places.saveUnit(input);
    return { result: null };
  },
});
