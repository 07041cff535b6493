import type { DispatchResolvers, UnitProcessResolvers } from '../../../generated/graphql.ts';
import { placementStates, stub, viewOf } from '../mappers.ts';

export const UnitProcess: UnitProcessResolvers = {
  unit: ({ unitId }) => stub(unitId),
  column: ({ origin }) => origin,
  state: ({ state }) => viewOf(placementStates, state),
  assignee: ({ assigneeId }) => (assigneeId === null ? null : stub(assigneeId)),
};

export const Dispatch: DispatchResolvers = {
  from: ({ fromUnitId }) => stub(fromUnitId),
};
