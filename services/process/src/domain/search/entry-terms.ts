import type { SearchEntry, SearchKind } from './search-entry.ts';
import type { Stem } from './stem.ts';
import { addTerms, termLimit, termsOf } from './terms.ts';

/** What an entry can be narrowed by, beside words. */
export interface SearchFilters {
  readonly kinds: readonly SearchKind[];
  readonly typeKey: string | null;
  readonly documentType: string | null;
  readonly unitId: string | null;
  /** Name of an interested party or sender, or part of it. */
  readonly party: string | null;
  readonly processId: string | null;
}

// Everything that narrows a search is a term of one index, told apart by a first character that no word has. So any
// combination of filters and words is answered from its rarest part.
export const kindTerm = (kind: SearchKind): string => `#kind:${kind}`;
export const readerTerm = (reader: string): string => `&${reader}`;
/** The same word where it says what the thing is about: in heading or type. */
export const headingTerm = (term: string): string => `^${term}`;
/** The same word in a process: processes say little and documents much, so that who wants processes looks among few. */
export const processTerm = (term: string): string => `%${term}`;
const partyTerm = (term: string): string => `@${term}`;

/** The terms an entry is found by: facets and heading first, because a long body is cut. */
export function entryTerms(entry: SearchEntry, stem: Stem): string[] {
  const about = termsOf([entry.heading, entry.typeName, entry.documentType ?? ''].join('\n'), stem);
  const parties = termsOf(entry.parties.join('\n'), stem);
  const terms = new Set([
    ...facetTerms({ ...entry, kinds: [entry.kind], party: null }),
    ...entry.readers.map(readerTerm),
    ...about.map(headingTerm),
    ...parties.map(partyTerm),
    ...about,
    ...parties,
  ]);
  addTerms(terms, entry.body, stem, termLimit + terms.size);
  if (entry.kind !== 'PROCESS') return [...terms];
  return [...new Set([...terms, ...[...about, ...parties, ...termsOf(entry.body, stem)].map(processTerm)])];
}

/** The terms an entry must all have to pass the filters; several kinds are alternatives and no term of their own. */
export function filterTerms(filters: SearchFilters, stem: Stem): string[] {
  return [...facetTerms(filters), ...termsOf(filters.party ?? '', stem).map(partyTerm)];
}

function facetTerms({ kinds, typeKey, documentType, unitId, processId }: SearchFilters): string[] {
  const [kind, ...otherKinds] = kinds;
  return [
    kind === undefined || otherKinds.length > 0 ? null : kindTerm(kind),
    typeKey === null ? null : `#type:${typeKey}`,
    documentType === null ? null : `#document:${documentType}`,
    unitId === null ? null : `#unit:${unitId}`,
    processId === null ? null : `#process:${processId}`,
  ].filter((term) => term !== null);
}
