import type { PageRequest } from '@guiche/kit/use-case';
import type { PipelineStage } from 'mongoose';
import { tiersOf } from '../../../domain/search/search-criteria.ts';
import type { SearchCriteria } from '../../../domain/search/search-criteria.ts';
import { phraseStages } from './phrase-stages.ts';
import { decodeSearchCursor } from './search-cursor.ts';
import type { SearchPosition } from './search-cursor.ts';
import { searchFilter } from './search-filter.ts';

/** Puts a list of terms into order, rarest first: the index is read along the first one. */
export type RarestFirst = (terms: readonly string[]) => string[];

/**
 * One page, and one more to see whether there are others: each tier in the order of the index, one after another. A
 * later tier is not begun when the page is full.
 */
export function pageStages(criteria: SearchCriteria, page: PageRequest, rarestFirst: RarestFirst): PipelineStage[] {
  const { order } = criteria;
  const backward = page.direction === 'backward';
  const direction = (order === 'OLDEST') === backward ? -1 : 1;
  const tiers = tiersOf(criteria).map((tier, index) => ({ ...tier, index }));
  const position = page.cursor === undefined ? undefined : decodeSearchCursor(order, tiers.length, page.cursor);
  const limit = page.size + 1;
  const lists = (backward ? tiers.toReversed() : tiers)
    .filter(({ index }) => position === undefined || (backward ? index <= position.tier : index >= position.tier))
    .map((tier) => [
      { $match: { $and: [searchFilter(criteria, { ...tier, terms: rarestFirst(tier.terms) }), ...beyond(position, tier.index, direction)] } },
      { $sort: { place: direction } as const },
      ...phraseStages(criteria.phrases),
      { $limit: limit },
      { $project: { terms: 0, numberKeys: 0 } },
      { $addFields: { tier: tier.index } },
    ]);
  const [first = [], ...others] = lists;
  return [...first, ...others.flatMap((pipeline) => [{ $unionWith: { coll: 'search_entries', pipeline } }, { $limit: limit }])];
}

/** The first of the matches, in no order that matters. */
export function sampleStages(criteria: SearchCriteria, limit: number, rarestFirst: RarestFirst): PipelineStage[] {
  const all = tiersOf({ ...criteria, order: 'NEWEST' }).flatMap(({ terms }) => terms);
  return [{ $match: searchFilter(criteria, { terms: rarestFirst(all), without: [] }) }, ...phraseStages(criteria.phrases), { $limit: limit }];
}

function beyond(position: SearchPosition | undefined, tier: number, direction: 1 | -1): object[] {
  return position?.tier === tier ? [{ place: { [direction === 1 ? '$gt' : '$lt']: position.place } }] : [];
}
