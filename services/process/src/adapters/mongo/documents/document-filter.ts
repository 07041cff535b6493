import type { DocumentFilter } from '../../../use-cases/documents/document-search.ts';

/** A search within one process; what a reader may see is a filter of its own beside it. */
export function documentFilter({ typeKeys, states, title, byPetition }: DocumentFilter): object {
  return {
    ...(typeKeys === undefined ? {} : { typeKey: { $in: typeKeys } }),
    ...(states === undefined ? {} : { state: { $in: states } }),
    ...(title === undefined ? {} : { title: { $regex: titlePattern(title), $options: 'i' } }),
    ...(byPetition === undefined ? {} : { petitionId: byPetition ? { $type: 'string' } : null }),
  };
}

const accented: Readonly<Record<string, string>> = { a: 'aáàâãä', e: 'eéèêë', i: 'iíìîï', o: 'oóòôõö', u: 'uúùûü', c: 'cç', n: 'nñ' };

/** The words as they stand, with any accents. */
export function titlePattern(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  return [...plain].map((letter) => (letter in accented ? `[${accented[letter] ?? ''}]` : letter.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&'))).join('');
}
