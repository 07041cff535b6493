import type { ConfiguredProcessTypeResolvers } from '../../../generated/graphql.ts';
import { accessLevels, stub, viewOf } from '../mappers.ts';

export const ConfiguredProcessType: ConfiguredProcessTypeResolvers = {
  accessLevels: (type) => type.accessLevels.map((level) => viewOf(accessLevels, level)),
  units: ({ unitIds }) => unitIds.map(stub),
  subjects: ({ subjects }) => [...subjects],
};
