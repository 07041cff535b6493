import { accessClassesOf } from '../../../domain/search/search-criteria.ts';
import type { SearchAudience, SearchCriteria } from '../../../domain/search/search-criteria.ts';
import { readerTerm } from '../../../domain/search/entry-terms.ts';

/** The condition of a search. `terms` stand rarest first: the index is read along the first one. */
export function searchFilter(criteria: SearchCriteria, terms: readonly string[]): object {
  const { audience, kinds, dates } = criteria;
  const [rarest, ...others] = terms;
  const date = { ...(dates.from === null ? {} : { $gte: dates.from }), ...(dates.before === null ? {} : { $lt: dates.before }) };
  return {
    municipalityId: audience.municipalityId,
    accessClass: { $in: accessClassesOf(audience) },
    terms: others.length === 0 ? rarest : { $all: [rarest, ...others] },
    ...(Object.keys(date).length === 0 ? {} : { date }),
    ...(kinds.length > 1 ? { kind: { $in: kinds } } : {}),
    ...visibleTo(audience),
  };
}

/** What of the audience's classes is visible to it; within the query, so that nothing else is counted, sorted or paged. */
export function visibleTo(audience: SearchAudience): object {
  switch (audience.kind) {
    case 'public': {
      const { contentSince } = audience;
      if (contentSince === null) return {};
      return { $or: [{ date: { $gte: contentSince } }, { kind: 'PROCESS' }, { accessClass: 'LISTED_ONLY' }] };
    }
    case 'staff': {
      const own = { $in: audience.readers.map(readerTerm) };
      return {
        $or: [
          { accessClass: 'PUBLIC_CONTENT' },
          { accessClass: 'INTERNAL', terms: own },
          { accessClass: 'LISTED_ONLY', terms: { $not: own } },
        ],
      };
    }
  }
}
