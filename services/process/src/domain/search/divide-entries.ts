import type { FacetValue, FoundEntry, SearchSummary } from './found-entry.ts';

/** How entries that are at hand divide: into the twenty most frequent of each. */
export function divideEntries(entries: readonly Pick<FoundEntry, 'kind' | 'typeKey' | 'documentType' | 'unitId'>[]): SearchSummary {
  return {
    count: entries.length,
    atLeast: false,
    kinds: divide(entries.map(({ kind }) => kind)),
    types: divide(entries.map(({ typeKey }) => typeKey)),
    documentTypes: divide(entries.map(({ documentType }) => documentType)),
    units: divide(entries.map(({ unitId }) => unitId)),
  };
}

function divide(values: readonly (string | null)[]): FacetValue[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count })).sort((one, other) => other.count - one.count).slice(0, 20);
}
