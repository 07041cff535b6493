import { mapPage } from '@guiche/kit/use-case';
import type { Page } from '@guiche/kit/use-case';
import type { Connection, PipelineStage } from 'mongoose';
import { searchErrors } from '../../../domain/search/errors.ts';
import { asSeenBy } from '../../../domain/search/found-entry.ts';
import type { FacetValue, FoundEntry, SearchSummary } from '../../../domain/search/found-entry.ts';
import { accessClassesOf, tiersOf } from '../../../domain/search/search-criteria.ts';
import type { SearchAudience, SearchCriteria } from '../../../domain/search/search-criteria.ts';
import type { SearchRepository } from '../../../use-cases/search/search-repository.ts';
import { encodeSearchCursor } from './search-cursor.ts';
import { numbersIndex } from './search-entry-row.ts';
import type { SearchBodyRow, SearchEntryRow } from './search-entry-row.ts';
import { numberFilter } from './search-filter.ts';
import { numberKeysWanted } from './search-rows.ts';
import { searchByMeeting } from './search-by-meeting.ts';
import { pageStages, planPage, sampleStages, wholeTier } from './search-stages.ts';
import type { RarestFirst } from './search-stages.ts';
import { termCounts } from './term-counts.ts';

type ShownRow = Omit<SearchEntryRow, 'terms' | 'numberKeys'>;

/** Counting and dividing stop here: more is told as "at least". */
export const countLimit = 1_000;
/** One number is one thing, or its digits are those of a few. */
const numberLimit = 20;
const timeLimitMs = 2_000;
/** After so long the words are common and hardly meet; a phrase has to look into texts for so long. */
const alongRarestMs = { words: 500, phrases: 1_000 };
const tooLate = 50;

/** Search over the index, for one audience at a time. */
export function searchRepository(connection: Connection): SearchRepository {
  const entries = connection.model<SearchEntryRow>('SearchEntry');
  const bodies = connection.model<SearchBodyRow>('SearchBody');
  const counts = termCounts(connection);

  const rarityFor = async (criteria: SearchCriteria): Promise<RarestFirst> => {
    const { audience } = criteria;
    const terms = new Set(tiersOf(criteria).flatMap((tier) => tier.terms));
    return counts.rarestFirst({ municipalityId: audience.municipalityId, classes: accessClassesOf(audience) }, [...terms]);
  };
  /** Along the rarest term first, which most searches end by in one command; else by where the words meet. */
  const run = async <Found>(
    criteria: SearchCriteria,
    alongRarest: (maxTimeMS: number) => Promise<Found>,
    byMeeting: (search: ReturnType<typeof searchByMeeting>) => Promise<Found>,
  ): Promise<Found> => {
    const endsAt = performance.now() + timeLimitMs;
    const meets = criteria.words.length + criteria.filters.length > 1;
    const first = meets ? alongRarestMs[criteria.phrases.length === 0 ? 'words' : 'phrases'] : timeLimitMs;
    try {
      return await alongRarest(first);
    } catch (error) {
      if (!isTooLate(error) || !meets) throw tooBroad(error);
    }
    try {
      return await byMeeting(searchByMeeting(entries, { criteria, timeLeft: () => timeUntil(endsAt) }));
    } catch (error) {
      throw tooBroad(error);
    }
  };

  const withBodies = async (audience: SearchAudience, page: Page<ShownRow>): Promise<Page<FoundEntry>> => {
    const ids = page.items.filter(({ accessClass }) => accessClass !== 'LISTED_ONLY').map(({ _id }) => _id);
    const rows = ids.length === 0 ? [] : await bodies.find({ _id: { $in: ids } }).lean<SearchBodyRow[]>();
    const byId = new Map(rows.map(({ _id, body }) => [_id, body]));
    return mapPage(page, ({ _id, entryId, place: _, ...entry }) => asSeenBy(audience, { ...entry, id: entryId, body: byId.get(_id) ?? '' }));
  };

  return {
    async page(criteria, page) {
      const rarestFirst = await rarityFor(criteria);
      type Found = ShownRow & { tier: number };
      const found = await run<Found[]>(
        criteria,
        (maxTimeMS) => entries.aggregate<Found>(pageStages(criteria, page, rarestFirst)).option({ maxTimeMS }).exec(),
        (search) => search.page<Found>(planPage(criteria, page, rarestFirst)),
      );
      const more = found.length > page.size;
      const items = found.slice(0, page.size);
      if (page.direction === 'backward') items.reverse();
      return withBodies(criteria.audience, {
        items: items.map(({ tier: _, ...row }) => row),
        cursors: items.map((row) => encodeSearchCursor(criteria.order, row)),
        hasNextPage: page.direction === 'backward' ? page.cursor !== undefined : more,
        hasPreviousPage: page.direction === 'backward' ? more : page.cursor !== undefined,
      });
    },

    async summary(criteria) {
      const by = (field: string) => [{ $match: { [field]: { $ne: null } } }, { $sortByCount: `$${field}` }, { $limit: 20 }];
      const rarestFirst = await rarityFor(criteria);
      const stages: PipelineStage[] = [
        ...sampleStages(criteria, countLimit + 1, rarestFirst),
        { $project: { kind: 1, typeKey: 1, documentType: 1, unitId: 1 } },
        { $facet: { all: [{ $count: 'count' }], kinds: by('kind'), types: by('typeKey'), documentTypes: by('documentType'), units: by('unitId') } },
      ];
      return run(
        criteria,
        async (maxTimeMS) => summaryOf(await entries.aggregate<Divided>(stages).option({ maxTimeMS }).exec()),
        (search) => search.summary(wholeTier(criteria, rarestFirst), countLimit),
      );
    },

    async byNumber(audience, numberKey) {
      const rows = await entries
        .find(numberFilter(audience, numberKeysWanted(numberKey)))
        .select({ terms: 0, numberKeys: 0 })
        .hint(numbersIndex)
        .limit(numberLimit)
        .lean<ShownRow[]>();
      const page = { items: rows, cursors: [], hasNextPage: false, hasPreviousPage: false };
      return (await withBodies(audience, page)).items;
    },
  };
}

interface Divided {
  readonly all: readonly { count: number }[];
  readonly kinds: readonly Group[];
  readonly types: readonly Group[];
  readonly documentTypes: readonly Group[];
  readonly units: readonly Group[];
}

interface Group {
  readonly _id: string;
  readonly count: number;
}

const valueOf = ({ _id, count }: Group): FacetValue => ({ key: _id, count });

function summaryOf([divided]: readonly Divided[]): SearchSummary {
  if (divided === undefined) throw new Error('$facet answers one document');
  const count = divided.all[0]?.count ?? 0;
  return {
    count: Math.min(count, countLimit),
    atLeast: count > countLimit,
    kinds: divided.kinds.map(valueOf),
    types: divided.types.map(valueOf),
    documentTypes: divided.documentTypes.map(valueOf),
    units: divided.units.map(valueOf),
  };
}

const isTooLate = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === tooLate;

const tooBroad = (error: unknown): unknown => (isTooLate(error) ? searchErrors.SEARCH_TOO_BROAD() : error);

function timeUntil(endsAt: number): number {
  const left = Math.floor(endsAt - performance.now());
  if (left < 1) throw searchErrors.SEARCH_TOO_BROAD();
  return left;
}
