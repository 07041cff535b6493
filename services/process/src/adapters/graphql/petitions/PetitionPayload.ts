import type { PetitionPayloadResolvers } from '../../../generated/graphql.ts';
import { findPetition } from '../../../use-cases/petitions/find-petition.ts';

export const PetitionPayload: PetitionPayloadResolvers = {
  petition: ({ petitionId }, _args, { ask }) => ask(findPetition, { petitionId }),
};
