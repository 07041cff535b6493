import type { Connection } from '@guiche/kit/graphql';
import type { SearchSummary } from '../../../domain/search/found-entry.ts';
import type { PublicResult } from '../../../use-cases/search/search-public.ts';

/** Results, counted only when asked. Named in codegen mappers. */
export interface PublicSearchConnectionModel extends Connection<PublicResult> {
  readonly summary: () => Promise<SearchSummary>;
}
