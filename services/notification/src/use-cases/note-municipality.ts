import { defineUseCase } from './define.ts';
import type { Municipality } from './ports.ts';

/** What identity says of a municipality; the clock is ahead of real time in training alone (OB-07). */
export interface NotedMunicipality extends Municipality {
  readonly clockAheadSeconds: number;
}

/** Keeps what the texts need to know of a municipality. */
export const noteMunicipality = defineUseCase({
  name: 'noteMunicipality',
  action: 'municipality:note',
  load: ({ input }: { input: NotedMunicipality }) => ({ municipalityId: input.id }),
  async run({ input: { clockAheadSeconds, ...municipality } }, { municipalities, cityClocks }) {
    await municipalities.save(municipality);
    await cityClocks.move(municipality.id, clockAheadSeconds * 1000);
    return { result: municipality.id };
  },
});
