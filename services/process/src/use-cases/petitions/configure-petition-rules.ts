import { processErrors } from '../../domain/errors.ts';
import type { PetitionRules } from '../../domain/petitions/petition-type.ts';
import { refuseSecretProcessType } from '../../domain/petitions/secrecy.ts';
import { defineUseCase } from '../define.ts';

const megabyte = 1024 * 1024;

/** An administrator sets limits of files and where intercurrent petitions go by default (PT-03, PT-23, PT-26). */
export const configurePetitionRules = defineUseCase({
  name: 'configurePetitionRules',
  action: 'catalogue:configure',
  load: ({ input }: { input: PetitionRules }) => input,

  async run({ input: rules }, { petitionRules, processTypes }) {
    const { municipalityId, principalLimitBytes, otherLimitBytes, relatedTypeKey } = rules;
    if ([principalLimitBytes, otherLimitBytes].some((limit) => limit < megabyte || limit > 20 * megabyte)) throw processErrors.PETITION_LIMIT_INVALID();
    if (relatedTypeKey !== null) {
      const type = await processTypes.find(municipalityId, relatedTypeKey);
      if (type?.active !== true) throw processErrors.PROCESS_TYPE_UNKNOWN({ typeKey: relatedTypeKey });
      refuseSecretProcessType(type);
    }
    const before = await petitionRules.find(municipalityId);
    const after = { municipalityId, principalLimitBytes, otherLimitBytes, relatedTypeKey };
    await petitionRules.save(after);
    return { result: after, audit: [{ entity: { type: 'petition-rules', id: municipalityId }, municipalityId, before, after }] };
  },
});
