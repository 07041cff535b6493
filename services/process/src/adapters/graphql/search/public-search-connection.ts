import type { Connection } from '@guiche/kit/graphql';
import type { SearchSummary } from '../../../domain/search/found-entry.ts';
import type { StaffResult } from '../../../use-cases/search/search-for-staff.ts';
import type { PublicResult } from '../../../use-cases/search/search-public.ts';

/** Results, counted only when asked. Named in codegen mappers. */
export interface PublicSearchConnectionModel extends Connection<PublicResult> {
  readonly summary: () => Promise<SearchSummary>;
}

/** The same of what staff search. */
export interface ProcessSearchConnectionModel extends Connection<StaffResult> {
  readonly summary: () => Promise<SearchSummary>;
}
