import { endOfLocalDay, startOfLocalDay } from '@guiche/kit/calendar';
import type { ReportScope, ReportSearch } from '../../domain/reports/report-search.ts';
import type { DatedSearch } from './ports.ts';

/** Days of issue are days in the city. */
export function datedSearch(scope: ReportScope, search: ReportSearch, timeZone: string): DatedSearch {
  const { from, until } = search.issued;
  return {
    scope,
    search,
    issuedFrom: from === null ? null : startOfLocalDay(from, timeZone),
    issuedUntil: until === null ? null : endOfLocalDay(until, timeZone),
  };
}
