import type { Document } from '../../domain/documents/document.ts';
import type { PublicSearchSettings } from '../../domain/search/public-search-settings.ts';
import type { SearchEntry } from '../../domain/search/search-entry.ts';
import type { DocumentText, TextSearch } from '../../domain/search/text-search.ts';
import type { Stem } from '../../domain/search/stem.ts';
import type { SearchRepository } from './search-repository.ts';

/** What search needs. */
export interface SearchPorts {
  readonly search: SearchRepository;
  readonly searchIndex: SearchIndex;
  readonly searchBacklog: SearchBacklog;
  readonly documentTexts: DocumentTexts;
  readonly publicSearch: PublicSearchPort;
  /** Portuguese stems. */
  readonly stem: Stem;
}

/** Keeps what search knows. */
export interface SearchIndex {
  /**
   * Replaces all entries of a process or document, none being removal, as they are in this version of it. Versions may
   * come in any order and again: an older one than the last changes nothing.
   */
  put(source: SearchSource, entries: readonly SearchEntry[]): Promise<void>;
  /** As it was put last. */
  source(id: string): Promise<SearchSource | undefined>;
  /** The same of many, in one query; what was never put is left out. */
  sources(ids: readonly string[]): Promise<SearchSource[]>;
  /** The text it was put with last, masked and bounded; undefined when it has none. */
  bodyOf(id: string): Promise<string | undefined>;
  /** All documents of a process. */
  documentIdsOf(processId: string): Promise<string[]>;
  /** All processes that were annexed to this one. */
  annexedTo(processId: string): Promise<string[]>;
  /** The next ones of all there are, by id. */
  idsAfter(kind: Reindexing['kind'], after: string, atMost: number): Promise<string[]>;
}

/** What entries were made of. */
export interface SearchSource {
  readonly id: string;
  readonly version: number;
  /** What others depend on: of a process, all that its documents' entries take from it; of a document, its file. */
  readonly facts: string;
  /** Of a document, whether its words are found. */
  readonly textSearch?: TextSearch | undefined;
}

/** What has to be indexed again, as jobs of this transaction. `version` tells the reasons for it apart. */
export interface SearchBacklog {
  addProcess(processId: string, version: string): Promise<void>;
  addDocuments(documentIds: readonly string[], version: string): Promise<void>;
  /** Goes on from there at its moment. */
  goOn(from: Reindexing, dueAt: Date): Promise<void>;
}

/** How far an operator's run over everything is: first all processes, then all documents. */
export interface Reindexing {
  /** Tells one run from the others. */
  readonly run: string;
  readonly kind: 'process' | 'document';
  /** The last id that was lined up; empty at the beginning. */
  readonly after: string;
  readonly done: number;
}

export interface DocumentTexts {
  /** The words of a document's content, or why they cannot be had. Never fails because of what a file holds. */
  of(document: Document): Promise<DocumentText>;
}

/** What the search of those who are not logged in needs besides. */
export interface PublicSearchPort {
  issueChallenge(now: Date): Promise<{ challenge: string; expiresAt: Date }>;
  /** Counts one reading on a solved puzzle. Throws `PUBLIC_SEARCH_PROOF_INVALID`. */
  useProof(proof: string, now: Date): Promise<void>;
  /** Counts one reading of somebody known; answers the seconds to wait, 0 to go on. */
  countReader(reader: string, now: Date): Promise<number>;
  /** The permanent link of something; it says nothing to others, and is the same every time. */
  linkTo(item: PublicLinkTarget): string;
  /** What a link was made for; undefined for whatever was not made here. */
  targetOf(link: string): PublicLinkTarget | undefined;
  settings(municipalityId: string): Promise<PublicSearchSettings>;
  saveSettings(settings: PublicSearchSettings): Promise<void>;
}

export interface PublicLinkTarget {
  readonly kind: 'process' | 'document';
  readonly id: string;
}
