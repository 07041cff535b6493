import { accessClassesOf } from '../../../domain/search/search-criteria.ts';
import type { SearchAudience, SearchCriteria, Tier } from '../../../domain/search/search-criteria.ts';
import { readerTerm } from '../../../domain/search/entry-terms.ts';
import { timePlace } from './entry-place.ts';

/**
 * The condition of one tier of a search, for the index `terms`, which is read along the first of `terms`. What is left
 * out is said by `$nor`: an `$or` would have the planner try a plan for each of its branches.
 */
export function searchFilter(criteria: SearchCriteria, { terms, without }: Tier): object {
  const { audience, kinds } = criteria;
  return {
    ...audienceFilter(audience),
    terms: { $all: terms },
    ...datesFilter(criteria),
    ...(kinds.length > 1 ? { kind: { $in: kinds } } : {}),
    $nor: [...hiddenFrom(audience), { terms: without.length === 0 ? { $in: [] } : { $all: without } }],
  };
}

/** The dates of a search as places. */
export function datesFilter({ dates: { from, before } }: SearchCriteria): object {
  const place = { ...(from === null ? {} : { $gte: timePlace(from) }), ...(before === null ? {} : { $lt: timePlace(before) }) };
  return Object.keys(place).length === 0 ? {} : { place };
}

/** What an audience may find by its number: that exists also before the cut-off date (`asSeenBy` hides its content). */
export function numberFilter(audience: SearchAudience, numberKeys: readonly string[]): object {
  const ever = audience.kind === 'public' ? { ...audience, contentSince: null } : audience;
  return { numberKeys: { $in: numberKeys }, ...audienceFilter(audience), $nor: [...hiddenFrom(ever), { terms: { $in: [] } }] };
}

function audienceFilter(audience: SearchAudience): object {
  return { municipalityId: audience.municipalityId, accessClass: { $in: accessClassesOf(audience) } };
}

/** What of its classes an audience does not see: within the query, so that it is not found, counted, sorted or paged. */
function hiddenFrom(audience: SearchAudience): object[] {
  switch (audience.kind) {
    case 'public': {
      const { contentSince } = audience;
      return contentSince === null ? [] : [{ accessClass: 'PUBLIC_CONTENT', kind: { $ne: 'PROCESS' }, date: { $lt: contentSince } }];
    }
    case 'staff': {
      const own = audience.readers.map(readerTerm);
      return [
        { accessClass: 'INTERNAL', terms: { $nin: own } },
        { accessClass: 'LISTED_ONLY', terms: { $in: own } },
      ];
    }
  }
}
