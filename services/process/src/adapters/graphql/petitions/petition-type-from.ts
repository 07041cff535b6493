import type { ConfigurePetitionTypeInput } from '../../../generated/graphql.ts';
import type { ConfigurePetitionType } from '../../../use-cases/petitions/configure-petition-type.ts';

/** What the schema says of a field that is left out. */
export function petitionTypeFrom(input: ConfigurePetitionTypeInput): ConfigurePetitionType {
  const { municipalityId, key, name, guidance, unitIds, principalTypeKey, principalMaking, expectedVersion } = input;
  return {
    municipalityId,
    key,
    name,
    active: input.active ?? true,
    body: input.body ?? null,
    guidance,
    unitIds: [...unitIds],
    principal: { documentTypeKey: principalTypeKey, making: principalMaking },
    essentialTypeKeys: [...(input.essentialTypeKeys ?? [])],
    complementaryTypeKeys: [...(input.complementaryTypeKeys ?? [])],
    takesOtherParties: input.takesOtherParties ?? false,
    expectedVersion,
  };
}
