import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { solveChallenge } from 'altcha-lib';
import type { Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import type { AccessLevel } from '../domain/processes/access-level.ts';
import { levels, readers, seen, startReadingWorld, titleOf } from './reading-world.ts';
import type { ReaderName, ReadingWorld } from './reading-world.ts';

const results = 'edges { cursor node { title withheld processNumber documentNumber parties legalHypothesis snippet { text } READ } } summary { count atLeast kinds { key count } units { key count } processTypes { key count } documentTypes { key count } }';
const staffSearch = `query($search: ProcessSearchInput!, $first: Int = 100, $after: String, $last: Int, $before: String) {
  found: searchProcesses(search: $search, first: $first, after: $after, last: $last, before: $before) { ${results.replace('READ', 'process { specification } document { title }')} }
}`;
const publicSearch = `query($search: PublicSearchInput!, $proof: String) {
  found: publicSearch(municipalityId: "campinas", search: $search, proof: $proof, first: 100) { ${results.replace('READ', '')} }
}`;

interface Result {
  readonly title: string | null;
  readonly withheld: boolean;
  readonly snippet: readonly { text: string }[];
  readonly parties: readonly string[];
  readonly process?: { specification: string } | null;
  readonly document?: { title: string } | null;
}
interface Found {
  readonly found: { readonly edges: readonly { readonly node: Result }[]; readonly summary: { readonly count: number } } | null;
}

/** What search does not know to be shared with them: drafts, found by their own unit alone. */
const withoutDrafts: readonly ReaderName[] = ['signer', 'blockUnit'];
const everyReader = Object.keys(readers) as ReaderName[];
const staffReaders = everyReader.filter((name) => readers[name]?.kind === 'staff');

describe('who finds what by search', () => {
  let world: ReadingWorld;
  beforeAll(async () => {
    world = await startReadingWorld();
    await world.index();
  });
  afterAll(() => world.rig.stop());

  const ask = (name: ReaderName, search: object, page: object = {}): Promise<GraphqlAnswer<Found>> =>
    world.rig.as(readers[name])<Found>(staffSearch, { search, ...page });

  /** All that is found of a level by words, by each number, and by filters alone. */
  async function allFound(name: ReaderName, level: AccessLevel): Promise<Result[]> {
    const { processes, documents } = world;
    const searches = [
      { text: 'prontuário' }, { text: 'confidencial', order: 'OLDEST' }, { text: 'assunto', kinds: ['PROCESS'] }, { processType: 'general-request', order: 'NEWEST' },
      { text: processes[level].number }, ...Object.values(documents[level]).map(({ number }) => ({ text: number })),
    ];
    const answers = await Promise.all(searches.map((search) => ask(name, search)));
    return answers.flatMap(({ data }) => (data?.found?.edges ?? []).map(({ node }) => node));
  }

  const lettersIn = (level: AccessLevel, results: readonly Result[]): string =>
    ['P', 'R', 'G', 'M', 'D'].filter((letter) => results.some(({ title }) => title === titleOf(level, letter))).join('');

  it.each(staffReaders)('staff search: %s finds with title and words what is read by every other path, and nothing else', async (name) => {
    for (const level of levels) {
      const found = await allFound(name, level);
      const read = seen[name][level].replace('-', '');
      expect([level, lettersIn(level, found)]).toEqual([level, withoutDrafts.includes(name) ? read.replace('D', '') : read]);
      expect(found.some(({ title }) => title === `Assunto-${level}`)).toBe(seen[name][level] !== '-');
      for (const { title, withheld, snippet, parties, process, document } of found) {
        expect([withheld, process === null]).toEqual([title === null, title === null]);
        if (withheld) expect([snippet, parties, document]).toEqual([[], [], null]);
      }
    }
  });

  it.each(staffReaders)('staff search: %s counts what is found, and no more', async (name) => {
    for (const text of ['prontuário', 'confidencial', 'assunto', ...levels.map((level) => `prontuário ${level}`)]) {
      const { data } = await ask(name, { text });
      expect([text, data?.found?.summary.count]).toEqual([text, data?.found?.edges.length]);
    }
  });

  it.each(everyReader.filter((name) => !staffReaders.includes(name)))('staff search: %s, who is no staff, is refused whatever is asked', async (name) => {
    const told = async (text: string) => {
      const { data, errors } = await ask(name, { text });
      return JSON.stringify([data, errors.map(({ message, extensions }) => [message, extensions?.['code']])]);
    };
    const refusal = await told('inexistente');
    for (const text of ['prontuário', 'assunto', world.processes.SECRET.number]) expect(await told(text)).toBe(refusal);
  });

  it('public search: every reader finds the same, the content of public documents of public processes', async () => {
    const challenge = await world.rig.as()<{ publicSearchChallenge: { challenge: string } }>('{ publicSearchChallenge { challenge } }');
    const puzzle = JSON.parse(challenge.data?.publicSearchChallenge.challenge ?? '') as Challenge;
    const proof = Buffer.from(JSON.stringify({ challenge: puzzle, solution: await solveChallenge({ challenge: puzzle, deriveKey }) })).toString('base64');
    for (const name of everyReader.filter((reader) => !['app', 'appWithoutScope', 'appForIntegral', 'appWithOtherScope', 'appOfOtherCity'].includes(reader))) {
      const titles: (string | null)[] = [];
      for (const search of [{ text: 'prontuário' }, { text: 'confidencial' }, { text: 'assunto' }, { processType: 'general-request' }]) {
        const { data, errors } = await world.rig.as(readers[name])<Found>(publicSearch, { search, proof });
        expect([name, errors]).toEqual([name, []]);
        const nodes = (data?.found?.edges ?? []).map(({ node }) => node);
        titles.push(...nodes.map(({ title }) => title));
        expect(nodes.filter(({ withheld, title, snippet, parties }) => withheld && (title !== null || snippet.length + parties.length > 0))).toEqual([]);
      }
      expect([name, [...new Set(titles.filter((title) => title !== null))].sort()]).toEqual([name, ['Assunto-PUBLIC', titleOf('PUBLIC', 'P')]]);
      expect(JSON.stringify((await world.rig.as(readers[name])<Found>(publicSearch, { search: { text: world.processes.SECRET.number }, proof })).data)).not.toMatch(/SECRET|"edges":\[\{/);
    }
  });

  describe('no word, phrase, number, sort, cursor, facet or error text of a search', () => {
    const forged = (...values: unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');
    const pages = [
      {}, { first: 1 }, { first: null, last: 1 }, { first: 101 }, { first: 0 }, { after: 'x' },
      ...['RELEVANCE', 'NEWEST', 'OLDEST'].flatMap((order) => [{ after: forged(order, 0, '') }, { after: forged(order, 0, 'zzzz') }, { first: null, last: 5, before: forged(order, 0, 'zzzz') }, { after: forged(order, 1, { $gt: '' }) }]),
    ];
    const orders = ['RELEVANCE', 'NEWEST', 'OLDEST'];

    async function told(name: ReaderName, search: object, page: object): Promise<string> {
      const { data, errors } = await ask(name, search, page);
      return JSON.stringify([data, errors.map(({ message, extensions }) => [message, extensions?.['code'], extensions?.['kind'], extensions?.['fields']])]);
    }

    it.each<[ReaderName, string, string]>([
      ['otherUnit', 'SECRET', 'prontuário secret'],
      ['otherUnit', 'RESTRICTED', 'prontuário restricted'],
      ['otherUnit', 'RESTRICTED', '"confidencial do prontuário restricted"'],
      ['signer', 'RESTRICTED', 'assunto restricted'],
      ['clerk', 'SECRET', 'assunto secret'],
      ['formerUnit', 'SECRET', 'confidencial secret'],
      ['otherCity', 'PUBLIC', 'prontuário public'],
    ])('tells %s of what is %s: %s', async (name, _level, text) => {
      for (const order of orders) {
        for (const page of pages) {
          const absent = text.startsWith('"') ? '"inexistente alhures de todo"' : 'inexistente alhures';
          expect([order, page, await told(name, { text, order }, page)]).toEqual([order, page, await told(name, { text: absent, order }, page)]);
        }
      }
      const narrowed = { text, kinds: ['EXTERNAL_DOCUMENT', 'GENERATED_DOCUMENT', 'PROCESS'], party: 'maria' };
      expect(await told(name, narrowed, {})).toBe(await told(name, { ...narrowed, text: 'inexistente' }, {}));
    });

    it('tells those without a credential that a secret process or document is there', async () => {
      const { number } = world.processes.SECRET;
      const documents = Object.values(world.documents.SECRET).map((document) => document.number);
      for (const name of ['otherUnit', 'clerk', 'formerUnit', 'signer', 'otherCity'] as const) {
        for (const written of [number, number.replaceAll('.', ' ').toLowerCase(), ...documents]) {
          const absent = written.replace(/\d+$/, '999999');
          expect([name, written, await told(name, { text: written }, {})]).toEqual([name, written, await told(name, { text: absent }, {})]);
        }
        for (const filter of [{ processType: 'general-request' }, { party: 'interessada' }, { kinds: ['PROCESS'] }]) {
          expect(await told(name, filter, {})).not.toMatch(new RegExp(`SECRET|${number}`));
        }
      }
    });
  });
});
