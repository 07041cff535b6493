import type { PetitionResolvers } from '../../../generated/graphql.ts';
import { readPetition } from '../../../use-cases/petitions/read-petition.ts';
import { petitionKinds, petitionStates, stub, viewOf } from '../mappers.ts';

export const Petition: PetitionResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(readPetition, id),
  municipality: ({ municipalityId }) => stub(municipalityId),
  kind: ({ kind }) => viewOf(petitionKinds, kind),
  state: ({ state }) => viewOf(petitionStates, state),
  unit: ({ unitId }) => (unitId === null ? null : stub(unitId)),
  parties: ({ parties }) => [...parties],
  documents: ({ items }) => [...items],
  response({ response }) {
    if (response === null) return null;
    const { noticeId, intimationNumber, responseTypeId, responseTypeName } = response;
    return { notice: stub(noticeId), intimationNumber, responseTypeId, responseType: responseTypeName };
  },
};
