import { fold } from './words.ts';

/** What the forms of one word have in common, from its folded form. */
export type Stem = (folded: string) => string;

// The Snowball algorithm wants the accents that folding took, and leaves these plurals apart. Both are put right by the
// ending alone, so that "licitacoes", "licitações" and "licitação" are one word however they are typed.
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:oes|aes|aos)$/, 'ao'],
  [/ais$/, 'al'],
  [/eis$/, 'el'],
  [/ns$/, 'm'],
  [/cao$/, 'ção'],
  [/ao$/, 'ão'],
  [/([ea])ncias?$/, '$1ncia'],
  [/encia$/, 'ência'],
  [/ancia$/, 'ância'],
  [/ari[oa]s?$/, 'ário'],
  [/avel$/, 'ável'],
  [/ivel$/, 'ível'],
];

/** Portuguese stems of folded words by a Snowball stemmer, which the caller brings. Words with digits stay as they are. */
export function portugueseStem(snowball: (word: string) => string): Stem {
  return (folded) => {
    if (!/^[a-z]{3,}$/.test(folded)) return folded;
    const written = endings.reduce((word, [ending, replacement]) => word.replace(ending, replacement), folded);
    return fold(snowball(written));
  };
}
