import type { PageRequest } from '@guiche/kit/use-case';
import type { PipelineStage } from 'mongoose';
import { tiersOf } from '../../../domain/search/search-criteria.ts';
import type { SearchCriteria, Tier } from '../../../domain/search/search-criteria.ts';
import { phraseStages } from './phrase-stages.ts';
import { decodeSearchCursor } from './search-cursor.ts';
import type { SearchPosition } from './search-cursor.ts';
import { searchFilter } from './search-filter.ts';

/** Puts a list of terms into order, rarest first: the index is read along the first one. */
export type RarestFirst = (terms: readonly string[]) => string[];

/** A tier as one page reads it, from `beyond` on. */
export interface TierOfPage extends Tier {
  readonly index: number;
  readonly beyond: string | undefined;
}

export type Direction = 1 | -1;

/** The tiers of one page, in the order they are read, rarest terms first, and one more than the page to see whether there are others. */
export interface PagePlan {
  readonly tiers: readonly TierOfPage[];
  readonly direction: Direction;
  readonly limit: number;
}

/** Throws `INVALID_CURSOR`. */
export function planPage(criteria: SearchCriteria, page: PageRequest, rarestFirst: RarestFirst): PagePlan {
  const { order } = criteria;
  const backward = page.direction === 'backward';
  const tiers = tiersOf(criteria).map((tier, index) => ({ ...tier, terms: rarestFirst(tier.terms), index }));
  const position = page.cursor === undefined ? undefined : decodeSearchCursor(order, tiers.length, page.cursor);
  return {
    tiers: (backward ? tiers.toReversed() : tiers)
      .filter(({ index }) => position === undefined || (backward ? index <= position.tier : index >= position.tier))
      .map((tier) => ({ ...tier, beyond: beyond(position, tier.index) })),
    direction: (order === 'OLDEST') === backward ? -1 : 1,
    limit: page.size + 1,
  };
}

/** One page: each tier in the order of the index, one after another. A later tier is not begun when the page is full. */
export function pageStages(criteria: SearchCriteria, page: PageRequest, rarestFirst: RarestFirst): PipelineStage[] {
  const plan = planPage(criteria, page, rarestFirst);
  const [first = [], ...others] = plan.tiers.map((tier) => tierStages(criteria, tier, plan));
  return [...first, ...others.flatMap((pipeline) => [{ $unionWith: { coll: 'search_entries', pipeline } }, { $limit: plan.limit }])];
}

/** What one tier has for a page; with `places` only of what stands there. */
export function tierStages(criteria: SearchCriteria, tier: TierOfPage, { direction, limit }: Omit<PagePlan, 'tiers'>, places?: readonly string[]) {
  return [
    { $match: { $and: [searchFilter(criteria, tier), placeFilter(tier.beyond, direction), ...(places === undefined ? [] : [{ place: { $in: places } }])] } },
    { $sort: { place: direction } },
    ...phraseStages(criteria.phrases),
    { $limit: limit },
    { $project: { terms: 0 as const, numberKeys: 0 as const } },
    { $addFields: { tier: tier.index } },
  ];
}

/** The first of the matches, in no order that matters. */
export function sampleStages(criteria: SearchCriteria, limit: number, rarestFirst: RarestFirst): PipelineStage[] {
  return [{ $match: searchFilter(criteria, wholeTier(criteria, rarestFirst)) }, ...phraseStages(criteria.phrases), { $limit: limit }];
}

/** All that a search finds, in one tier. */
export function wholeTier(criteria: SearchCriteria, rarestFirst: RarestFirst): TierOfPage {
  const all = tiersOf({ ...criteria, order: 'NEWEST' }).flatMap(({ terms }) => terms);
  return { terms: rarestFirst(all), without: [], index: 0, beyond: undefined };
}

/** What comes after a place in this direction. */
export function placeFilter(place: string | undefined, direction: Direction): object {
  return place === undefined ? {} : { place: { [direction === 1 ? '$gt' : '$lt']: place } };
}

function beyond(position: SearchPosition | undefined, tier: number): string | undefined {
  return position?.tier === tier ? position.place : undefined;
}
