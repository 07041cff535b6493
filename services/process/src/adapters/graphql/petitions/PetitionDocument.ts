import type { PetitionDocumentResolvers } from '../../../generated/graphql.ts';
import { accessLevels, conferences, petitionRoles, viewOf } from '../mappers.ts';

export const PetitionDocument: PetitionDocumentResolvers = {
  role: ({ role }) => viewOf(petitionRoles, role),
  type: ({ typeName }) => typeName,
  conference: ({ conference }) => (conference === null ? null : viewOf(conferences, conference)),
  accessLevel: ({ accessLevel }) => viewOf(accessLevels, accessLevel),
};
