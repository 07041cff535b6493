import type { MovementResolvers } from '../../../generated/graphql.ts';
import { stub } from '../mappers.ts';

export const Movement: MovementResolvers = {
  unit: ({ unitId }) => (unitId === null ? null : stub(unitId)),
};
