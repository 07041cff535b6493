import type { UnitResolvers } from '../../generated/graphql.ts';
import { municipalityById } from '../../use-cases/read-municipality.ts';
import { unitById } from '../../use-cases/read-unit.ts';
import { present } from './stubs.ts';

export const Unit: UnitResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(unitById, id),
  parent: ({ parentId }, _args, { entity }) => (parentId === null ? null : entity(unitById, parentId)),
  municipality: async ({ municipalityId }, _args, { entity }) => present(await entity(municipalityById, municipalityId)),
};
