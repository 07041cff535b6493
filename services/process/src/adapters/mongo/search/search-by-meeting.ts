import type { Model } from 'mongoose';
import { divideEntries } from '../../../domain/search/divide-entries.ts';
import type { SearchSummary } from '../../../domain/search/found-entry.ts';
import { accessClassesOf } from '../../../domain/search/search-criteria.ts';
import type { SearchCriteria } from '../../../domain/search/search-criteria.ts';
import { termsIndex } from './search-entry-row.ts';
import type { SearchEntryRow } from './search-entry-row.ts';
import { datesFilter } from './search-filter.ts';
import { placeFilter, tierStages } from './search-stages.ts';
import type { Direction, PagePlan, TierOfPage } from './search-stages.ts';

interface Asked {
  readonly criteria: SearchCriteria;
  /** So many places of the rarest term are held against the other terms at once. */
  readonly placesAtOnce?: number;
  /** Milliseconds that are left for one more command. Throws when there are none. */
  readonly timeLeft: () => number;
}

/**
 * Searches whose words are common and hardly ever meet. Reading along the rarest term looks into thousands of entries for
 * one that has the others; here the keys of the index alone tell where all terms stand, and only those entries are read.
 * It finds what `pageStages` finds, in its order, and costs a few commands more.
 */
export function searchByMeeting(entries: Model<SearchEntryRow>, { criteria, timeLeft, placesAtOnce = 4_096 }: Asked) {
  const { municipalityId } = criteria.audience;
  const accessClass = { $in: accessClassesOf(criteria.audience) };

  /** The keys alone of where this term stands. */
  const keysOf = (term: string, within: object) =>
    entries.collection
      .find<{ place: string }>({ municipalityId, accessClass, terms: term, $and: [datesFilter(criteria), within] })
      .project<{ place: string }>({ _id: 0, place: 1 })
      .hint(termsIndex)
      .batchSize(placesAtOnce)
      .maxTimeMS(timeLeft());

  /** The next piece of where a term stands, in the order of the page. */
  async function placesOf(term: string, last: string | undefined, direction: Direction): Promise<string[]> {
    const keys = await keysOf(term, placeFilter(last, direction)).sort({ place: direction }).limit(placesAtOnce).toArray();
    return [...new Set(keys.map(({ place }) => place))];
  }

  /** Those of the places where this term stands too, in their order. */
  async function keepOf(places: readonly string[], term: string): Promise<string[]> {
    const keys = await keysOf(term, { place: { $in: places } }).toArray();
    const met = new Set(keys.map(({ place }) => place));
    return places.filter((place) => met.has(place));
  }

  /** Where all terms of a tier stand, in the order of the page, as many as a piece of the rarest one gives. */
  async function* meetings({ terms: [rarest, ...others], beyond }: TierOfPage, direction: Direction): AsyncGenerator<string[]> {
    if (rarest === undefined) return;
    for (let places = await placesOf(rarest, beyond, direction); places.length > 0; places = await placesOf(rarest, places.at(-1), direction)) {
      let met = places;
      for (const term of others) met = met.length === 0 ? met : await keepOf(met, term);
      if (met.length > 0) yield met;
    }
  }

  async function found<Row>(tier: TierOfPage, plan: Omit<PagePlan, 'tiers'>): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const places of meetings(tier, plan.direction)) {
      const stages = tierStages(criteria, tier, { ...plan, limit: plan.limit - rows.length }, places);
      rows.push(...(await entries.aggregate<Row>([...stages]).option({ maxTimeMS: timeLeft() })));
      if (rows.length >= plan.limit) break;
    }
    return rows;
  }

  return {
    async page<Row>({ tiers, ...plan }: PagePlan): Promise<Row[]> {
      const rows: Row[] = [];
      for (const tier of tiers) {
        if (rows.length < plan.limit) rows.push(...(await found<Row>(tier, { ...plan, limit: plan.limit - rows.length })));
      }
      return rows;
    },

    /** Of the newest ones, when there are more than `limit`. */
    async summary(tier: TierOfPage, limit: number): Promise<SearchSummary> {
      const rows = await found<SearchEntryRow>(tier, { direction: -1, limit: limit + 1 });
      return { ...divideEntries(rows), count: Math.min(rows.length, limit), atLeast: rows.length > limit };
    },
  };
}
