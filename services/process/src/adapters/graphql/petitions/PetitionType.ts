import type { PetitionTypeResolvers } from '../../../generated/graphql.ts';
import { documentMakings, stub, viewOf } from '../mappers.ts';

export const PetitionType: PetitionTypeResolvers = {
  municipality: ({ municipalityId }) => stub(municipalityId),
  units: ({ unitIds }) => unitIds.map(stub),
  principal: ({ principal: { documentTypeKey, making } }) => ({ documentTypeKey, making: viewOf(documentMakings, making) }),
  essentialTypeKeys: ({ essentialTypeKeys }) => [...essentialTypeKeys],
  complementaryTypeKeys: ({ complementaryTypeKeys }) => [...complementaryTypeKeys],
};
