import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inTransaction, prepareCollections } from '@guiche/kit/mongo';
import { queryPlans, testDatabase } from '@guiche/kit/testing';
import type { TestDatabase } from '@guiche/kit/testing';
import type { PageRequest } from '@guiche/kit/use-case';
import type { SearchFilters } from '../../../domain/search/entry-terms.ts';
import { searchCriteria } from '../../../domain/search/search-criteria.ts';
import type { SearchAudience, SearchCriteria } from '../../../domain/search/search-criteria.ts';
import type { SearchEntry } from '../../../domain/search/search-entry.ts';
import { searchErrors } from '../../../domain/search/errors.ts';
import { parseSearchText } from '../../../domain/search/search-text.ts';
import { createPortugueseStem } from '../../language/portuguese-stem.ts';
import { registerModels } from '../register-models.ts';
import { searchByMeeting } from './search-by-meeting.ts';
import { encodeSearchCursor } from './search-cursor.ts';
import type { SearchEntryRow } from './search-entry-row.ts';
import { searchIndex } from './search-index.ts';
import { searchRepository } from './search-repository.ts';
import { searchRows } from './search-rows.ts';
import { pageStages, planPage, wholeTier } from './search-stages.ts';

const stem = createPortugueseStem();
const campinas: SearchAudience = { kind: 'public', municipalityId: 'campinas', contentSince: null };
const worksInObras: SearchAudience = { kind: 'staff', municipalityId: 'campinas', readers: ['obras'] };
const anything: SearchFilters = { kinds: [], typeKey: null, documentType: null, unitId: null, party: null, processId: null };

function entry(id: string, part: Partial<SearchEntry> = {}): SearchEntry {
  return {
    id,
    municipalityId: 'campinas',
    accessClass: 'PUBLIC_CONTENT',
    kind: 'GENERATED_DOCUMENT',
    processId: `process of ${id}`,
    processNumber: 'PMC.2021.00035498-55',
    documentNumber: null,
    typeKey: 'general-request',
    typeName: 'Requerimento geral',
    documentType: 'Despacho',
    unitId: 'obras',
    date: new Date('2026-03-06T12:00:00Z'),
    heading: '',
    parties: [],
    legalHypothesis: null,
    readers: ['obras'],
    body: '',
    ...part,
  };
}

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));

describe('search', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    registerModels(database.connection);
    await prepareCollections(database.connection);
    await put([
      entry('muro', { body: 'Construção de muro de divisa sem alvará.', date: day(1), documentNumber: '0000123' }),
      entry('alvará', { heading: 'Alvará de construção', body: 'Deferido.', date: day(2), parties: ['Maria da Silva'] }),
      entry('calçada', { body: 'A construção da calçada tem alvará; o uso do solo é permitido.', date: day(3), kind: 'EXTERNAL_DOCUMENT', unitId: 'urbanismo' }),
      entry('other city', { municipalityId: 'piracicaba', body: 'alvará de construção', date: day(4) }),
      entry('process', { kind: 'PROCESS', documentType: null, processNumber: 'PMC.2021.00035498-55', heading: 'Horta comunitária', date: day(5) }),
    ]);
    const secret = { heading: 'Sindicância do alvará', body: 'assédio na repartição', legalHypothesis: 'Informação Pessoal', date: day(6) };
    await put([
      entry('restricted', { ...secret, accessClass: 'INTERNAL' }),
      entry('restricted', { accessClass: 'LISTED_ONLY', legalHypothesis: 'Informação Pessoal', date: day(6), documentNumber: '0000777' }),
    ]);
  });

  afterAll(() => database.drop());

  const repository = () => searchRepository(database.connection);

  async function put(entries: readonly SearchEntry[], version = 1): Promise<void> {
    for (const id of new Set(entries.map((one) => one.id))) {
      await inTransaction(database.connection, (session) =>
        searchIndex(database.connection, session, stem).put({ id, version, facts: '' }, entries.filter((one) => one.id === id)),
      );
    }
  }

  function asking(text: string, part: { audience?: SearchAudience; filters?: Partial<SearchFilters>; order?: SearchCriteria['order']; dates?: SearchCriteria['dates'] } = {}) {
    const { audience = campinas, filters = {}, order = 'NEWEST', dates = { from: null, before: null } } = part;
    return searchCriteria({ audience, text: parseSearchText(text, stem), filters: { ...anything, ...filters }, dates, order }, stem);
  }

  const pageOf = (criteria: SearchCriteria, page: Partial<PageRequest> = {}) =>
    repository().page(criteria, { size: 30, direction: 'forward', cursor: undefined, ...page });
  const idsOf = async (criteria: SearchCriteria): Promise<string[]> => (await pageOf(criteria)).items.map(({ id }) => id);

  it('finds what has all the words, whatever their accents, case and form', async () => {
    expect(await idsOf(asking('CONSTRUCOES alvara'))).toEqual(['calçada', 'alvará', 'muro']);
    expect(await idsOf(asking('construção muro'))).toEqual(['muro']);
    expect(await idsOf(asking('construção piscina'))).toEqual([]);
  });

  it('puts what is about the words before what mentions them, and pages over both in either direction', async () => {
    const criteria = asking('alvará construção', { order: 'RELEVANCE' });
    expect(await idsOf(criteria)).toEqual(['alvará', 'calçada', 'muro']);
    const first = await pageOf(criteria, { size: 1 });
    const second = await pageOf(criteria, { size: 1, cursor: first.cursors[0] });
    const third = await pageOf(criteria, { size: 1, cursor: second.cursors[0] });
    expect([first, second, third].map(({ items, hasNextPage }) => [items[0]?.id, hasNextPage])).toEqual([
      ['alvará', true],
      ['calçada', true],
      ['muro', false],
    ]);
    const back = await pageOf(criteria, { direction: 'backward', size: 5, cursor: third.cursors[0] });
    expect(back.items.map(({ id }) => id)).toEqual(['alvará', 'calçada']);
  });

  it('goes from the oldest on when asked to', async () => {
    expect(await idsOf(asking('construção', { order: 'OLDEST' }))).toEqual(['muro', 'alvará', 'calçada']);
  });

  it('finds quoted words in their order only, accents and stop words in it or not', async () => {
    expect(await idsOf(asking('"uso do solo"'))).toEqual(['calçada']);
    expect(await idsOf(asking('"solo uso"'))).toEqual([]);
    expect(await idsOf(asking('"alvara de construcao"'))).toEqual(['alvará']);
    expect((await repository().summary(asking('"muro de divisa"'))).count).toBe(1);
  });

  it.each<[string, Partial<SearchFilters>, string[]]>([
    ['place', { kinds: ['EXTERNAL_DOCUMENT'] }, ['calçada']],
    ['several places', { kinds: ['EXTERNAL_DOCUMENT', 'PROCESS'] }, ['process', 'calçada']],
    ['unit', { unitId: 'urbanismo' }, ['calçada']],
    ['interested party', { party: 'MARIA silva' }, ['alvará']],
    ['process', { processId: 'process of muro' }, ['muro']],
    ['type nobody has', { typeKey: 'procurement' }, []],
  ])('narrows by %s', async (_what, filters, ids) => {
    const text = filters.kinds?.length === 2 ? 'requerimento geral' : '';
    expect(await idsOf(asking(text, { filters }))).toEqual(ids);
  });

  it('narrows by date', async () => {
    expect(await idsOf(asking('construção', { dates: { from: day(2), before: day(3) } }))).toEqual(['alvará']);
  });

  it.each(['PMC.2021.00035498-55', 'pmc 2021 00035498 55', '20210003549855'])('finds exactly one process by %j (PT-20)', async (written) => {
    const found = await repository().byNumber(campinas, parseSearchText(written, stem).numberKey ?? '');
    expect(found.map(({ id }) => id)).toEqual(['process']);
  });

  it.each(['0000123', '123'])('finds a document by %j', async (written) => {
    expect((await repository().byNumber(campinas, written)).map(({ id }) => id)).toEqual(['muro']);
  });

  describe('of what is restricted', () => {
    it.each(['assédio', 'sindicância', 'sindicância alvará', '"assédio na repartição"'])('the public learns nothing by %j', async (text) => {
      const criteria = asking(text);
      expect(await pageOf(criteria)).toMatchObject({ items: [], hasNextPage: false });
      expect(await repository().summary(criteria)).toMatchObject({ count: 0, kinds: [], types: [], units: [], documentTypes: [] });
    });

    it('the public finds that it exists and why no more', async () => {
      const [found] = await repository().byNumber(campinas, '0000777');
      expect(found).toMatchObject({ id: 'restricted', heading: '', body: '', parties: [], legalHypothesis: 'Informação Pessoal' });
      expect(await idsOf(asking('despacho'))).toContain('restricted');
    });

    it('staff who read it find it once, with its content; others as the public does', async () => {
      expect(await idsOf(asking('assédio', { audience: worksInObras }))).toEqual(['restricted']);
      const both = await pageOf(asking('despacho', { audience: worksInObras }));
      expect(both.items.filter(({ id }) => id === 'restricted').map(({ accessClass }) => accessClass)).toEqual(['INTERNAL']);
      expect(await idsOf(asking('assédio', { audience: { ...worksInObras, readers: ['urbanismo'] } }))).toEqual([]);
      const listed = await repository().byNumber({ ...worksInObras, readers: ['urbanismo'] }, '0000777');
      expect(listed.map(({ accessClass }) => accessClass)).toEqual(['LISTED_ONLY']);
    });
  });

  describe('of content before the cut-off date', () => {
    const since: SearchAudience = { ...campinas, contentSince: day(2) };

    it('nothing is found by its words', async () => {
      expect(await idsOf(asking('construção', { audience: since }))).toEqual(['calçada', 'alvará']);
      expect((await repository().summary(asking('construção', { audience: since }))).count).toBe(2);
    });

    it('the number finds that it exists', async () => {
      expect(await repository().byNumber(since, '123')).toMatchObject([{ id: 'muro', accessClass: 'LISTED_ONLY', heading: '', body: '' }]);
    });
  });

  it('tells how results divide', async () => {
    expect(await repository().summary(asking('construção'))).toMatchObject({
      count: 3,
      atLeast: false,
      kinds: [{ key: 'GENERATED_DOCUMENT', count: 2 }, { key: 'EXTERNAL_DOCUMENT', count: 1 }],
      units: [{ key: 'obras', count: 2 }, { key: 'urbanismo', count: 1 }],
    });
  });

  it('refuses a cursor of another order, and one made by hand', async () => {
    const { cursors } = await pageOf(asking('construção'));
    const forged = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
    for (const cursor of [cursors[0], forged('OLDEST', 1, ''), forged('OLDEST', 0, { $gt: '' }), forged('OLDEST', 0, '', ''), 'x']) {
      await expect(pageOf(asking('construção', { order: 'OLDEST' }), { cursor })).rejects.toMatchObject({ code: 'INVALID_CURSOR' });
    }
  });

  it('refuses to look for nothing', () => {
    expect(() => asking('de para')).toThrow(expect.objectContaining({ code: 'SEARCH_EMPTY' }));
  });

  it('keeps the newest version, in whatever order versions come', async () => {
    await put([entry('late', { body: 'terceira versão inconfundível' })], 3);
    await put([entry('late', { body: 'segunda versão inconfundível' })], 2);
    expect(await idsOf(asking('terceira inconfundível'))).toEqual(['late']);
    expect(await idsOf(asking('segunda inconfundível'))).toEqual([]);
    await inTransaction(database.connection, (session) => searchIndex(database.connection, session, stem).put({ id: 'late', version: 4, facts: '' }, []));
    expect(await idsOf(asking('inconfundível'))).toEqual([]);
  });

  describe('by where its words meet', () => {
    const words = ['construção', 'alvará', 'despacho', 'construção alvará', 'alvará construção calçada', 'construção muro piscina', 'despacho "muro de divisa"'];
    const orders = ['RELEVANCE', 'NEWEST', 'OLDEST'] as const;
    const narrowed: Parameters<typeof asking>[1][] = [{}, { filters: { unitId: 'obras' } }, { dates: { from: day(2), before: day(4) } }, { audience: worksInObras }, { audience: { ...campinas, contentSince: day(2) } }];
    const entries = () => database.connection.model<SearchEntryRow>('SearchEntry');
    const asItComes = (terms: readonly string[]): string[] => [...terms];
    const meeting = (criteria: SearchCriteria) => searchByMeeting(entries(), { criteria, timeLeft: () => 10_000, placesAtOnce: 2 });
    type Row = SearchEntryRow & { tier: number };
    const told = (rows: readonly Row[]): unknown[] => rows.map(({ _id, tier }) => [_id, tier]);

    it.each(words)('%s finds page by page what is found along the rarest word, in either direction', async (text) => {
      for (const order of orders) {
        for (const part of narrowed) {
          const criteria = asking(text, { ...part, order });
          const pages: PageRequest[] = [{ size: 30, direction: 'forward', cursor: undefined }, { size: 30, direction: 'backward', cursor: undefined }];
          const all = await entries().aggregate<Row>(pageStages(criteria, { size: 30, direction: 'forward', cursor: undefined }, asItComes));
          const cursors = all.map((row) => encodeSearchCursor(order, row));
          for (const cursor of cursors) for (const direction of ['forward', 'backward'] as const) pages.push({ size: 1, direction, cursor });
          for (const page of pages) {
            const wanted = await entries().aggregate<Row>(pageStages(criteria, page, asItComes));
            expect(told(await meeting(criteria).page<Row>(planPage(criteria, page, asItComes)))).toEqual(told(wanted));
          }
        }
      }
    });

    it('counts and divides what there is, and no further than it tells', async () => {
      const criteria = asking('construção alvará');
      const summary = await meeting(criteria).summary(wholeTier(criteria, asItComes), 1_000);
      expect(summary).toEqual(await repository().summary(criteria));
      expect(await meeting(criteria).summary(wholeTier(criteria, asItComes), 2)).toMatchObject({ count: 2, atLeast: true });
    });

    it('reads the keys of the index alone where the words do not meet', async () => {
      const criteria = asking('muro calçada');
      const { commandsOf, explain } = queryPlans(database.connection);
      const commands = await commandsOf(() => meeting(criteria).page(planPage(criteria, { size: 30, direction: 'forward', cursor: undefined }, asItComes)));
      expect(commands.map((command) => command['find'] ?? command['getMore'] ?? Object.keys(command)[0])).toEqual(expect.arrayContaining(['search_entries']));
      for (const command of commands) expect(JSON.stringify(await explain(command, 'executionStats'))).toContain('"totalDocsExamined":0');
    });

    it('is given up when its time is over', async () => {
      const criteria = asking('construção alvará');
      const late = searchByMeeting(entries(), { criteria, timeLeft: () => { throw searchErrors.SEARCH_TOO_BROAD(); } });
      await expect(late.summary(wholeTier(criteria, asItComes), 1)).rejects.toMatchObject({ code: 'SEARCH_TOO_BROAD' });
    });
  });

  it('counts no further than it tells', async () => {
    const many = Array.from({ length: 1_005 }, (_, index) => entry(`many ${String(index)}`, { body: 'numerosos' }));
    const rows = many.map((one) => searchRows(one, stem).entry);
    await database.connection.model<SearchEntryRow>('SearchEntry').insertMany(rows);
    expect(await repository().summary(asking('numerosos'))).toMatchObject({ count: 1_000, atLeast: true });
  });
});
