import { Schema } from 'mongoose';
import type { SearchEntry } from '../../../domain/search/search-entry.ts';
import type { TextSearch } from '../../../domain/search/text-search.ts';

/** One entry in the index. Small, because a search may read many; the body lies in `search_bodies`. */
export interface SearchEntryRow extends Omit<SearchEntry, 'id' | 'body' | 'readers'> {
  /** Id of process or document, and class. */
  readonly _id: string;
  readonly entryId: string;
  /** Where it stands among all entries, oldest first: the date, then whatever tells those of one instant apart. */
  readonly place: string;
  /** Numbers it is found by, without formatting. */
  readonly numberKeys: readonly string[];
  /** Words, filters and readers it is found by (`entryTerms`). */
  readonly terms: readonly string[];
}

/** Text of an entry for snippets and phrases. */
export interface SearchBodyRow {
  readonly _id: string;
  readonly entryId: string;
  readonly body: string;
}

/** The newest version of a process or document that was indexed; what comes later with an older one changes nothing. */
export interface SearchSourceRow {
  readonly _id: string;
  readonly version: number;
  readonly facts: string;
  /** Absent of processes, and of what was indexed before this was known. */
  readonly textSearch?: TextSearch | null;
}

/** In how many entries a term is, about: `_id` is `<municipality>/<class>/<term>`. */
export interface SearchTermRow {
  readonly _id: string;
  readonly entries: number;
}

export const searchEntrySchema = new Schema<SearchEntryRow>(
  {
    _id: { type: String, required: true },
    entryId: { type: String, required: true },
    municipalityId: { type: String, required: true },
    accessClass: { type: String, required: true },
    kind: { type: String, required: true },
    processId: { type: String, required: true },
    processNumber: { type: String, required: true },
    documentNumber: { type: String, default: null },
    typeKey: { type: String, required: true },
    typeName: { type: String, required: true },
    documentType: { type: String, default: null },
    unitId: { type: String, default: null },
    date: { type: Date, required: true },
    place: { type: String, required: true },
    heading: String,
    parties: { type: [String], required: true },
    legalHypothesis: { type: String, default: null },
    numberKeys: { type: [String], required: true },
    terms: { type: [String], required: true },
  },
  { collection: 'search_entries', versionKey: false },
);

/** The one index that all searches by words and filters are answered from, newest first. */
export const termsIndex = 'terms';
export const numbersIndex = 'numbers';
searchEntrySchema.index({ municipalityId: 1, accessClass: 1, terms: 1, place: -1 }, { name: termsIndex });
// The number goes first, so that no search by words can take this index for its own.
searchEntrySchema.index({ numberKeys: 1, municipalityId: 1, accessClass: 1 }, { name: numbersIndex });
searchEntrySchema.index({ entryId: 1 });

export const searchBodySchema = new Schema<SearchBodyRow>(
  { _id: { type: String, required: true }, entryId: { type: String, required: true }, body: { type: String, required: true } },
  { collection: 'search_bodies', versionKey: false },
);
searchBodySchema.index({ entryId: 1 });

export const searchSourceSchema = new Schema<SearchSourceRow>(
  { _id: { type: String, required: true }, version: { type: Number, required: true }, facts: String, textSearch: String },
  { collection: 'search_sources', versionKey: false },
);

export const searchTermSchema = new Schema<SearchTermRow>(
  { _id: { type: String, required: true }, entries: { type: Number, required: true } },
  { collection: 'search_terms', versionKey: false },
);
