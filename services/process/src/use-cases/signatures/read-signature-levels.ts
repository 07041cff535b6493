import { processErrors } from '../../domain/errors.ts';
import { startingLevels } from '../../domain/signatures/level.ts';
import { defineQuery } from '../define.ts';

/** The minimum levels of a city, for anybody: who signs has to know (SG-01). */
export const readSignatureLevels = defineQuery({
  action: 'signature-level:read',
  load: () => null,
  async run({ input: { municipalityId } }: { input: { municipalityId: string } }, { signatureLevels, municipalities }) {
    if ((await municipalities.find(municipalityId)) === undefined) throw processErrors.MUNICIPALITY_NOT_FOUND();
    return (await signatureLevels.find(municipalityId)) ?? startingLevels(municipalityId);
  },
});
