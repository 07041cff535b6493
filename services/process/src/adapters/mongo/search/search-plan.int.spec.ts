import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareCollections } from '@guiche/kit/mongo';
import { testDatabase } from '@guiche/kit/testing';
import type { TestDatabase } from '@guiche/kit/testing';
import type { PipelineStage } from 'mongoose';
import type { SearchAudience, SearchCriteria } from '../../../domain/search/search-criteria.ts';
import { registerModels } from '../register-models.ts';
import { entryPlace } from './entry-place.ts';
import { encodeSearchCursor } from './search-cursor.ts';
import { numbersIndex, termsIndex } from './search-entry-row.ts';
import type { SearchEntryRow, SearchTermRow } from './search-entry-row.ts';
import { numberFilter } from './search-filter.ts';
import { pageStages, sampleStages } from './search-stages.ts';
import { termCounts } from './term-counts.ts';

const everybody: SearchAudience = { kind: 'public', municipalityId: 'campinas', contentSince: new Date(0) };
const staff: SearchAudience = { kind: 'staff', municipalityId: 'campinas', readers: ['obras'] };
const asked: SearchCriteria = {
  audience: everybody,
  words: ['alvar', 'marqu', 'muro'],
  filters: ['#unit:obras'],
  phrases: [],
  kinds: [],
  dates: { from: new Date(0), before: null },
  order: 'NEWEST',
};

const someEntry = { municipalityId: 'campinas', accessClass: 'PUBLIC_CONTENT', terms: ['alvar', 'muro'], date: new Date(), place: entryPlace(new Date(), 'some'), numberKeys: ['1', '2'] };

describe('the plan of a search', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    registerModels(database.connection);
    await prepareCollections(database.connection);
    const counts = { alvar: 9_000, marqu: 32, muro: 4_000, '^alvar': 500, '^marqu': 16, '^muro': 0, '#unit:obras': 20_000 };
    const rows = Object.entries(counts).map(([term, entries]) => ({ _id: `campinas/PUBLIC_CONTENT/${term}`, entries }));
    await database.connection.model<SearchTermRow>('SearchTerm').insertMany(rows);
    // One entry with several terms makes the index what it is in life.
    await database.connection.collection<{ _id: string }>('search_entries').insertOne({ _id: 'some', ...someEntry });
  });

  afterAll(() => database.drop());

  /** Every stage of every tier, `$unionWith` ones among them. */
  async function planOf(stages: PipelineStage[]): Promise<Found[]> {
    const lists = [stages.filter((stage) => !('$unionWith' in stage)), ...stages.flatMap(unitedPipeline)];
    const entries = database.connection.model<SearchEntryRow>('SearchEntry');
    const explained = await Promise.all(lists.map((list) => entries.collection.aggregate([...list]).explain()));
    return explained.map((plan) => ({ stages: valuesOf(plan, 'stage'), indexes: valuesOf(plan, 'indexName'), bounds: boundsOf(plan) }));
  }

  const rarest = () => termCounts(database.connection).rarestFirst(
    { municipalityId: 'campinas', classes: ['PUBLIC_CONTENT'] },
    ['alvar', 'marqu', 'muro', '^alvar', '^marqu', '^muro', '#unit:obras'],
  );
  const position = { tier: 0, place: entryPlace(new Date(1), 'x') };

  it.each<[string, SearchCriteria]>([
    ['newest first', asked],
    ['oldest first', { ...asked, order: 'OLDEST' }],
    ['most relevant first', { ...asked, order: 'RELEVANCE' }],
    ['of staff', { ...asked, audience: staff }],
    ['of several places', { ...asked, kinds: ['PROCESS', 'GENERATED_DOCUMENT'] }],
    ['by filters only', { ...asked, words: [] }],
    ['by a phrase', { ...asked, phrases: [['alvara', 'muro']] }],
  ])('%s reads one index along the rarest term, and sorts nothing', async (_what, criteria) => {
    const rarestFirst = await rarest();
    for (const cursor of [undefined, encodeSearchCursor(criteria.order, position)]) {
      const lists = await planOf(pageStages(criteria, { size: 30, direction: 'forward', cursor }, rarestFirst));
      expect(lists).toHaveLength(criteria.order === 'RELEVANCE' ? 2 : 1);
      lists.forEach(({ stages, indexes, bounds }, tier) => {
        const term = criteria.words.length === 0 ? '#unit:obras' : criteria.order === 'RELEVANCE' && tier === 0 ? '^muro' : 'marqu';
        // Phrases are looked up in bodies by id.
        expect(new Set(indexes)).toEqual(new Set(criteria.phrases.length === 0 ? [termsIndex] : [termsIndex, '_id_']));
        expect(new Set(bounds)).toEqual(new Set([`["${term}", "${term}"]`]));
        expect(stages).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(COLLSCAN|SORT)$/)]));
      });
    }
  });

  it.each([['everybody', everybody], ['staff', staff]])('a number of %s is read from the index of numbers', async (_who, audience) => {
    const plan = await database.connection.collection('search_entries').find(numberFilter(audience, ['1'])).hint(numbersIndex).explain();
    expect(new Set(valuesOf(plan, 'indexName'))).toEqual(new Set([numbersIndex]));
    expect(JSON.stringify(plan)).toContain('"numberKeys":["[\\"1\\", \\"1\\"]"]');
  });

  it('counting reads the same index', async () => {
    const [plan] = await planOf(sampleStages(asked, 1_001, await rarest()));
    expect(new Set(plan?.indexes)).toEqual(new Set([termsIndex]));
    expect(new Set(plan?.bounds)).toEqual(new Set(['["marqu", "marqu"]']));
  });
});

interface Found {
  readonly stages: readonly string[];
  readonly indexes: readonly string[];
  readonly bounds: readonly string[];
}

function unitedPipeline(stage: PipelineStage): PipelineStage[][] {
  return '$unionWith' in stage && typeof stage.$unionWith === 'object' ? [stage.$unionWith.pipeline as PipelineStage[]] : [];
}

/** Texts under this name anywhere in a plan. */
function valuesOf(plan: unknown, name: string): string[] {
  if (typeof plan !== 'object' || plan === null) return [];
  return Object.entries(plan).flatMap(([key, value]) => (key === name && typeof value === 'string' ? [value] : valuesOf(value, name)));
}

/** What of `terms` each scan of the index reads. */
function boundsOf(plan: unknown): string[] {
  if (typeof plan !== 'object' || plan === null) return [];
  return Object.entries(plan).flatMap(([key, value]: [string, unknown]) =>
    key === 'indexBounds' ? (value as { terms: string[] }).terms : boundsOf(value),
  );
}
