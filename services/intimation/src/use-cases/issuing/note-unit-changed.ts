import type { Unit } from '../../domain/issuing/unit.ts';
import { defineUseCase } from '../define.ts';

/** What identity says of a unit, whole. */
export const noteUnitChanged = defineUseCase({
  name: 'noteUnitChanged',
  action: 'unit:follow',
  load: ({ input }: { input: Unit }) => input,
  async run({ input }, { units }) {
    await units.save(input);
    return { result: input.id };
  },
});
