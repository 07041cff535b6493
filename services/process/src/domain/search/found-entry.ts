import type { SearchAudience } from './search-criteria.ts';
import type { SearchEntry } from './search-entry.ts';

/** An entry as search gives it back. */
export type FoundEntry = Omit<SearchEntry, 'readers'>;

/** How many there are; `atLeast` when counting stopped there. */
export interface BoundedCount {
  readonly count: number;
  readonly atLeast: boolean;
}

/** How the results of a search divide, most first; of the first ones only when there are too many to count. */
export interface SearchSummary extends BoundedCount {
  readonly kinds: readonly FacetValue[];
  readonly types: readonly FacetValue[];
  readonly documentTypes: readonly FacetValue[];
  readonly units: readonly FacetValue[];
}

export interface FacetValue {
  readonly key: string;
  readonly count: number;
}

/** PS-02: of a document before the cut-off date the public sees that it exists, also when its number is asked for. */
export function asSeenBy(audience: SearchAudience, entry: FoundEntry): FoundEntry {
  const isBefore = audience.kind === 'public' && audience.contentSince !== null && entry.date < audience.contentSince;
  if (!isBefore || entry.kind === 'PROCESS' || entry.accessClass !== 'PUBLIC_CONTENT') return entry;
  return { ...entry, accessClass: 'LISTED_ONLY', heading: '', parties: [], body: '' };
}
