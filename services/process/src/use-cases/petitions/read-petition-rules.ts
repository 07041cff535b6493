import { processErrors } from '../../domain/errors.ts';
import type { PetitionRules } from '../../domain/petitions/petition-rules.ts';
import { defineQuery } from '../define.ts';

/** What holds for all petitions of a municipality, for who is about to make one (PT-03, PT-26). */
export const readPetitionRules = defineQuery({
  action: 'catalogue:read',
  load: () => null,
  async run({ input: { municipalityId } }: { input: { municipalityId: string } }, { municipalities, petitionRules }): Promise<PetitionRules> {
    if ((await municipalities.find(municipalityId)) === undefined) throw processErrors.MUNICIPALITY_NOT_FOUND();
    return petitionRules.find(municipalityId);
  },
});
