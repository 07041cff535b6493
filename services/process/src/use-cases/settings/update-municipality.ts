import { startingCatalogue } from '../../domain/catalogue/starting-catalogue.ts';
import type { Municipality } from '../../domain/settings/municipality.ts';
import { defineUseCase } from '../define.ts';

/** Keeps what this service needs of a municipality, and gives a new one the catalogue to start with. */
export const updateMunicipality = defineUseCase({
  name: 'updateMunicipality',
  action: 'projection:update',
  load: () => null,
  async run({ input }: { input: Municipality }, ports) {
    await ports.municipalities.save(input);
    const { processTypes, documentTypes, legalHypotheses } = startingCatalogue(input.id);
    await ports.processTypes.addMissing(processTypes);
    await ports.documentTypes.addMissing(documentTypes);
    await ports.legalHypotheses.addMissing(legalHypotheses);
    return { result: null };
  },
});
