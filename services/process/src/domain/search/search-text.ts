import { searchErrors } from './errors.ts';
import type { Stem } from './stem.ts';
import { isSearchable } from './terms.ts';
import { fold, wordsOf } from './words.ts';

/** What somebody typed into the field of a search, understood. */
export interface SearchText {
  /** Terms that must all be there, those of the phrases among them. */
  readonly terms: readonly string[];
  /** Folded words that must follow each other exactly so. */
  readonly phrases: readonly (readonly string[])[];
  /** The text without formatting, when it may be the number of a process or document (PT-20). */
  readonly numberKey: string | null;
}

const wordLimit = 12;
const numberShape = /^[A-Z]{0,10}\d{3,30}$/;

/** Words are all wanted; "words in quotes" are wanted exactly so. Throws `SEARCH_TOO_LONG`. */
export function parseSearchText(text: string, stem: Stem): SearchText {
  const pieces = text.split(/["“”]/u);
  const quoted = pieces.length % 2 === 1 ? pieces.filter((_, index) => index % 2 === 1) : [];
  const phrases = quoted.map((piece) => [...wordsOf(piece)].map(({ folded }) => folded)).filter(({ length }) => length > 1);
  const words = [...wordsOf(text)].map(({ folded }) => folded);
  if (words.length > wordLimit) throw searchErrors.SEARCH_TOO_LONG({ maximum: wordLimit });
  const terms = new Set(words.filter(isSearchable).map(stem));
  return { terms: [...terms], phrases, numberKey: quoted.length === 0 ? numberKeyOf(text) : null };
}

/** Digits, with the letters of a mask before them at most: `pmc 2021 00035498 55`, `SEI-120001/004651/2022`, `0001234`. */
function numberKeyOf(text: string): string | null {
  const written = fold(text).toUpperCase();
  const key = written.replace(/[^0-9A-Z]/g, '');
  return numberShape.test(key) && !/[^\w\s./-]/.test(written) ? key : null;
}
