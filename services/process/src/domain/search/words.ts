/** A word of a text as search sees it: without accents and case; `start` and `end` are offsets in the text as given. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

// Numbers lose their thousands' dots, so that "14.063" and "14063" are one word; all else that is no letter divides.
const word = /\p{N}{1,3}(?:\.\p{N}{3})+(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const marks = /\p{M}/gu;

/** Letters without accents and case: "Licitação" and "LICITACAO" are the same. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(marks, '').toLowerCase();
}

/** The words of a text in their order, lazily: a long text costs only what is read of it. */
export function* wordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(word)) {
    const [written] = match;
    const folded = fold(written).replace(/[^\p{L}\p{N}]/gu, '');
    if (folded !== '') yield { folded, start: match.index, end: match.index + written.length };
  }
}
