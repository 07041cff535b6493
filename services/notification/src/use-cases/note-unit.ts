import { defineUseCase } from './define.ts';
import type { Unit } from './ports.ts';

/** Keeps how to reach a unit. */
export const noteUnit = defineUseCase({
  name: 'noteUnit',
  action: 'unit:note',
  load: ({ input }: { input: Unit }) => ({ unitId: input.id }),
  async run({ input }, { units }) {
    await units.save(input);
    return { result: input.id };
  },
});
