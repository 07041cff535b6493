import { defineUseCase } from './define.ts';
import type { Municipality } from './ports.ts';

/** What identity says of a municipality; the clock is ahead of real time in training alone (OB-07). */
export interface NotedMunicipality extends Municipality {
  readonly clockAheadSeconds: number;
}

/** Identity configured a municipality: keeps what tickets need of it. */
export const noteMunicipality = defineUseCase({
  name: 'noteMunicipality',
  action: 'projection:update',
  load: (_command: { input: NotedMunicipality }) => null,
  async run({ input: { clockAheadSeconds, ...municipality } }, { places, cityClocks }) {
    await places.saveMunicipality(municipality);
    await cityClocks.move(municipality.id, clockAheadSeconds * 1000);
    return { result: null };
  },
});
