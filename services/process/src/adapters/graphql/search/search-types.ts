import type { PublicItemResolvers, PublicMovementResolvers, PublicSearchSettingsResolvers } from '../../../generated/graphql.ts';
import { isPublicMovementKind, publicDescription } from '../../../domain/search/public-search-settings.ts';
import { BasicProcess } from './BasicProcess.ts';
import { ProcessSearchResult } from './ProcessSearchResult.ts';
import { PublicDocument } from './PublicDocument.ts';
import { PublicProcess } from './PublicProcess.ts';
import { PublicSearchResult } from './PublicSearchResult.ts';
import { PublicSearchSummary } from './PublicSearchSummary.ts';

const PublicItem: PublicItemResolvers = { __resolveType: ({ kind }) => (kind === 'process' ? 'PublicProcess' : 'PublicDocument') };

const PublicMovement: PublicMovementResolvers = {
  description: ({ kind }) => (isPublicMovementKind(kind) ? publicDescription(kind) : ''),
  unit: ({ unitId }) => (unitId === null ? null : { id: unitId }),
};

const PublicSearchSettings: PublicSearchSettingsResolvers = {
  municipality: ({ municipalityId }) => ({ id: municipalityId }),
  movementKinds: ({ movementKinds }) => [...movementKinds],
};

/** The types of search. */
export const searchTypes = { BasicProcess, ProcessSearchResult, PublicDocument, PublicItem, PublicMovement, PublicProcess, PublicSearchResult, PublicSearchSettings, PublicSearchSummary };
