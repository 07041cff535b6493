import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { DocumentType } from '../../domain/catalogue/document-type.ts';
import type { LegalHypothesis } from '../../domain/catalogue/legal-hypothesis.ts';
import type { ProcessType } from '../../domain/catalogue/process-type.ts';

/** What a municipality's catalogue is kept in. */
export interface CataloguePorts {
  readonly processTypes: CatalogueRepository<ProcessType>;
  readonly documentTypes: CatalogueRepository<DocumentType>;
  readonly legalHypotheses: CatalogueRepository<LegalHypothesis>;
}

/** What the lists of a municipality have in common. */
export interface CatalogueItem {
  readonly municipalityId: string;
  readonly key: string;
  readonly name: string;
  readonly active: boolean;
  readonly version: number;
}

export interface CatalogueRepository<Item extends CatalogueItem> {
  find(municipalityId: string, key: string): Promise<Item | undefined>;
  findMany(municipalityId: string, keys: readonly string[]): Promise<Item[]>;
  /** Inserts version 1, replaces the version before; throws `STALE_VERSION` when somebody was faster. */
  save(item: Item): Promise<void>;
  /** Inserts those whose key the municipality does not have yet. */
  addMissing(items: readonly Item[]): Promise<void>;
  /** By name. */
  page(filter: { municipalityId: string; activeOnly: boolean }, page: PageRequest): Promise<Page<Item>>;
}
