import type { Stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { wordsOf } from './words.ts';

/** A text of more distinct terms is searched by its first ones. */
export const termLimit = 1_500;

const shortest = 2;
const longest = 40;

/** Whether a folded word can be searched for: not too short, no run of noise, no stop word. */
export function isSearchable(folded: string): boolean {
  return folded.length >= shortest && folded.length <= longest && !isStopWord(folded);
}

/** Adds the distinct terms of a text to `terms`, in its order, until there are `limit`. */
export function addTerms(terms: Set<string>, text: string, stem: Stem, limit = termLimit): void {
  for (const { folded } of wordsOf(text)) {
    if (terms.size >= limit) return;
    if (isSearchable(folded)) terms.add(stem(folded));
  }
}

/** The distinct terms of a text, in its order. */
export function termsOf(text: string, stem: Stem, limit = termLimit): string[] {
  const terms = new Set<string>();
  addTerms(terms, text, stem, limit);
  return [...terms];
}
