import { processErrors } from '../../domain/errors.ts';
import { fileLimits } from '../../domain/petitions/petition-rules.ts';
import { refuseSecretProcessType } from '../../domain/petitions/secrecy.ts';
import { defineUseCase } from '../define.ts';

export interface ConfigurePetitionRules {
  readonly municipalityId: string;
  readonly principalLimitBytes: number;
  readonly otherLimitBytes: number;
  /** Without them the endings of names stay as they are. */
  readonly principalExtensions?: readonly string[] | null | undefined;
  readonly otherExtensions?: readonly string[] | null | undefined;
  readonly relatedTypeKey: string | null;
}

/** An administrator sets limits of files and where intercurrent petitions go by default (PT-03, PT-23, PT-26). */
export const configurePetitionRules = defineUseCase({
  name: 'configurePetitionRules',
  action: 'catalogue:configure',
  load: ({ input }: { input: ConfigurePetitionRules }) => input,

  async run({ input }, { petitionRules, processTypes }) {
    const { municipalityId, relatedTypeKey } = input;
    const before = await petitionRules.find(municipalityId);
    const principal = fileLimits({ limitBytes: input.principalLimitBytes, extensions: input.principalExtensions ?? before.principal.extensions });
    const other = fileLimits({ limitBytes: input.otherLimitBytes, extensions: input.otherExtensions ?? before.other.extensions });
    if (relatedTypeKey !== null) {
      const type = await processTypes.find(municipalityId, relatedTypeKey);
      if (type?.active !== true) throw processErrors.PROCESS_TYPE_UNKNOWN({ typeKey: relatedTypeKey });
      refuseSecretProcessType(type);
    }
    const after = { municipalityId, principal, other, relatedTypeKey };
    await petitionRules.save(after);
    return { result: after, audit: [{ entity: { type: 'petition-rules', id: municipalityId }, municipalityId, before, after }] };
  },
});
