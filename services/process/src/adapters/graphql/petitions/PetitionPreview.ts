import type { PetitionPreviewResolvers } from '../../../generated/graphql.ts';
import { accessLevels, stub, viewOf } from '../mappers.ts';

export const PetitionPreview: PetitionPreviewResolvers = {
  announcement: ({ plan }) => plan.announcement,
  rule: ({ plan }) => plan.rule,
  processNumber: ({ plan }) => plan.process?.number,
  relatedProcessNumber: ({ plan }) => plan.related?.number,
  unit: ({ plan }) => stub(plan.unit.id),
  processType: ({ plan }) => plan.type?.name,
  accessLevel: ({ accessLevel }) => viewOf(accessLevels, accessLevel),
  missing: ({ missing }) => [...missing],
};
