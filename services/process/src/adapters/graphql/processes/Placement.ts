import type { PlacementResolvers } from '../../../generated/graphql.ts';
import { placementStates, stub, viewOf } from '../mappers.ts';

export const Placement: PlacementResolvers = {
  unit: ({ unitId }) => stub(unitId),
  state: ({ state }) => viewOf(placementStates, state),
};
