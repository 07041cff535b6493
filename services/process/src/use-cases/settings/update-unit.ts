import type { Unit } from '../../domain/settings/municipality.ts';
import { defineUseCase } from '../define.ts';

/** Keeps what this service needs of a unit. */
export const updateUnit = defineUseCase({
  name: 'updateUnit',
  action: 'projection:update',
  load: () => null,
  async run({ input }: { input: Unit }, { units }) {
    await units.save(input);
    return { result: null };
  },
});
