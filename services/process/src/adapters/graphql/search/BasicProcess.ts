import type { BasicProcessResolvers } from '../../../generated/graphql.ts';
import { processStates, viewOf } from '../mappers.ts';

export const BasicProcess: BasicProcessResolvers = {
  number: ({ process }) => process.number,
  type: ({ process }) => process.typeName,
  unit: ({ process }) => ({ id: process.unitId }),
  openUnits: ({ process }) => process.openUnitIds.map((id) => ({ id })),
  state: ({ process }) => viewOf(processStates, process.state),
};
