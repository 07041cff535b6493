import { stemmer } from '@orama/stemmers/portuguese';
import { portugueseStem } from '../../domain/search/stem.ts';
import type { Stem } from '../../domain/search/stem.ts';

const rememberedWords = 50_000;

/** Portuguese stems by Snowball. Remembers common words: indexing asks for the same ones again and again. */
export function createPortugueseStem(): Stem {
  const stemOf = portugueseStem(stemmer);
  const remembered = new Map<string, string>();
  return (folded) => {
    const known = remembered.get(folded);
    if (known !== undefined) return known;
    const stem = stemOf(folded);
    if (remembered.size < rememberedWords) remembered.set(folded, stem);
    return stem;
  };
}
