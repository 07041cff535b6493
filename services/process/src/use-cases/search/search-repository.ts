import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { FoundEntry, SearchSummary } from '../../domain/search/found-entry.ts';
import type { SearchAudience, SearchCriteria } from '../../domain/search/search-criteria.ts';

/** Search, in what the audience may find. Bodies are for snippets and never leave the service whole. */
export interface SearchRepository {
  /** Throws `INVALID_CURSOR`, and `SEARCH_TOO_BROAD` when it would take too long. */
  page(criteria: SearchCriteria, page: PageRequest): Promise<Page<FoundEntry>>;
  /** Throws `SEARCH_TOO_BROAD`. */
  summary(criteria: SearchCriteria): Promise<SearchSummary>;
  /** What has this number, written in any way (PT-20). */
  byNumber(audience: SearchAudience, numberKey: string): Promise<readonly FoundEntry[]>;
}
