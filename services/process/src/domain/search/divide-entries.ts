import type { FacetValue, FoundEntry, SearchSummary } from './found-entry.ts';

/** How a few entries divide, all of them at hand. */
export function divideEntries(entries: readonly FoundEntry[]): SearchSummary {
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
  return [...counts].map(([key, count]) => ({ key, count })).sort((one, other) => other.count - one.count);
}
