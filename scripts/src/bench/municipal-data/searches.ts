import type { SearchFilters } from '../../../../services/process/src/domain/search/entry-terms.ts';
import type { SearchOrder } from '../../../../services/process/src/domain/search/search-criteria.ts';
import { personName, tailWord } from './municipal-text.ts';
import type { Random } from './random.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };

/** What somebody asks for. */
export interface Asked {
  readonly text: string;
  readonly filters: SearchFilters;
  readonly from: Date | null;
  readonly order: SearchOrder;
}

const everything: SearchFilters = { kinds: [], typeKey: null, documentType: null, unitId: null, party: null, processId: null };

/** A way to search: how many of a hundred searches are made so, and another search of its kind every time. */
export interface SearchKind {
  readonly share: number;
  readonly make: (random: Random) => Asked;
}

/** From the everyday ones to those that hurt. */
export const searchKinds: Readonly<Record<string, SearchKind>> = {
  'one common word': { share: 20, make: (random) => asked(common(random), random) },
  'two common words': { share: 15, make: (random) => asked(`${common(random)} ${common(random)}`, random) },
  'words of one theme': { share: 20, make: (random) => asked(themeWords(random, 2), random) },
  'three words of one theme': { share: 10, make: (random) => asked(themeWords(random, 3), random) },
  'a rare name': { share: 10, make: (random) => asked(tailWord(random.between(2_000, 40_000)), random) },
  'common and rare': { share: 5, make: (random) => asked(`${common(random)} ${tailWord(random.between(200, 20_000))}`, random) },
  'an interested party': { share: 5, make: (random) => ({ ...asked('', random), filters: { ...everything, party: personName(random) } }) },
  'word in a unit': {
    share: 5,
    make: (random) => ({ ...asked(common(random), random), filters: { ...everything, unitId: `unit-${String(random.between(0, 29))}` } }),
  },
  'word in processes, since a year': {
    share: 4,
    make: (random) => ({
      ...asked(themeWords(random, 1), random),
      filters: { ...everything, kinds: ['PROCESS'] },
      from: new Date(Date.UTC(random.between(2019, 2026), 0, 1)),
    }),
  },
  'a phrase of the subject': { share: 4, make: (random) => asked(`"${random.pick(random.pick(vocabulary.themes).subjects)}"`, random) },
  'a phrase of common words': { share: 1, make: (random) => asked(`"${common(random)} ${random.pick(vocabulary.adjectives)}"`, random) },
  'words that hardly meet': { share: 1, make: (random) => asked(`${themeWords(random, 1)} ${themeWords(random, 1)}`, random) },
};

function asked(text: string, random: Random): Asked {
  return { text, filters: everything, from: null, order: random.next() < 0.5 ? 'RELEVANCE' : 'NEWEST' };
}

const common = (random: Random): string => vocabulary.common[random.rank(vocabulary.common.length)] ?? '';

function themeWords(random: Random, count: number): string {
  const { nouns } = random.pick(vocabulary.themes);
  return Array.from({ length: count }, () => nouns[random.rank(nouns.length)] ?? '').join(' ');
}
