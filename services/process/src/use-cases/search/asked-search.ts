import { addDays, startOfLocalDay } from '@guiche/kit/calendar';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import type { Page } from '@guiche/kit/use-case';
import type { FoundEntry } from '../../domain/search/found-entry.ts';
import { searchCriteria } from '../../domain/search/search-criteria.ts';
import type { SearchAudience, SearchCriteria, SearchOrder } from '../../domain/search/search-criteria.ts';
import type { SearchKind } from '../../domain/search/search-entry.ts';
import { parseSearchText } from '../../domain/search/search-text.ts';
import type { SearchText } from '../../domain/search/search-text.ts';
import type { Ports } from '../ports.ts';

/** What somebody looks for, as it was typed and chosen (PS-01). */
export interface AskedSearch {
  readonly text?: string | null | undefined;
  readonly kinds?: readonly SearchKind[] | null | undefined;
  readonly party?: string | null | undefined;
  readonly unitId?: string | null | undefined;
  readonly processType?: string | null | undefined;
  readonly documentType?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly until?: string | null | undefined;
  readonly order?: SearchOrder | null | undefined;
}

/** Understands the words. Throws what is wrong with the texts. */
export function textOf({ text, party }: AskedSearch, { stem }: Pick<Ports, 'stem'>): SearchText {
  const given = { text: text ?? '', party: party ?? '' };
  const problems = Object.entries(given).map(([field, value]) => textProblem(`search.${field}`, value, { min: 0, max: 300 }));
  refuseProblems(problems.filter((problem) => problem !== undefined));
  return parseSearchText(given.text, stem);
}

/** What has the number that was typed, where nothing narrows the search besides (PT-20). */
export async function numberedOf(asked: AskedSearch, { numberKey }: SearchText, audience: SearchAudience, { search }: Pick<Ports, 'search'>): Promise<readonly FoundEntry[]> {
  return numberKey !== null && isByTextOnly(asked) ? search.byNumber(audience, numberKey) : [];
}

/** Puts it together for the index; days are those of the city's calendar. */
export function criteriaOf(asked: AskedSearch, text: SearchText, { audience, timeZone }: { audience: SearchAudience; timeZone: string }, { stem }: Pick<Ports, 'stem'>): SearchCriteria {
  const { kinds, party, unitId, processType, documentType, from, until, order } = asked;
  const day = (date: string): Date => startOfLocalDay(date, timeZone);
  return searchCriteria(
    {
      audience,
      text,
      filters: {
        kinds: kinds ?? [],
        typeKey: processType ?? null,
        documentType: documentType ?? null,
        unitId: unitId ?? null,
        party: party ?? null,
        processId: null,
      },
      dates: { from: from == null ? null : day(from), before: until == null ? null : day(addDays(until, 1)) },
      order: order ?? 'RELEVANCE',
    },
    stem,
  );
}

/** What was found by its number: few, on one page. */
export const onePage = (items: readonly FoundEntry[]): Page<FoundEntry> => ({
  items,
  cursors: items.map((_, index) => String(index)),
  hasNextPage: false,
  hasPreviousPage: false,
});

function isByTextOnly({ text: _text, order: _order, ...filters }: AskedSearch): boolean {
  return Object.values(filters).every((filter) => filter == null);
}
