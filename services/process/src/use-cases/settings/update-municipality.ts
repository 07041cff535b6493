import { startingCatalogue } from '../../domain/catalogue/starting-catalogue.ts';
import type { Municipality } from '../../domain/settings/municipality.ts';
import { defineUseCase } from '../define.ts';

/** What identity says of a municipality; the clock is ahead of real time in training alone (OB-07). */
export interface NotedMunicipality extends Municipality {
  readonly clockAheadSeconds: number;
}

/** Keeps what this service needs of a municipality, and gives a new one the catalogue to start with. */
export const updateMunicipality = defineUseCase({
  name: 'updateMunicipality',
  action: 'projection:update',
  load: () => null,
  async run({ input: { clockAheadSeconds, ...input } }: { input: NotedMunicipality }, ports) {
    await ports.municipalities.save(input);
    await ports.cityClocks.move(input.id, clockAheadSeconds * 1000);
    const { processTypes, documentTypes, legalHypotheses } = startingCatalogue(input.id);
    await ports.processTypes.addMissing(processTypes);
    await ports.documentTypes.addMissing(documentTypes);
    await ports.legalHypotheses.addMissing(legalHypotheses);
    return { result: null };
  },
});
