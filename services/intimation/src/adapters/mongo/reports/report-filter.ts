import type { QueryFilter } from 'mongoose';
import type { Period } from '../../../domain/reports/report-search.ts';
import { nameWords } from '../../../domain/recipients/name-words.ts';
import type { DatedSearch } from '../../../use-cases/reports/ports.ts';
import { everyStaffMember } from '../issuing/notice-row.ts';
import type { NoticeRow } from '../issuing/notice-row.ts';

/** What somebody sees, and of that what was asked for. */
export function reportFilter({ scope, search, issuedFrom, issuedUntil }: DatedSearch): QueryFilter<NoticeRow> {
  const units = unitsOf(scope.unitIds, search.unitId);
  return {
    municipalityId: scope.municipalityId,
    actState: 'ISSUED',
    shownTo: { $in: [everyStaffMember, scope.staffId] },
    ...(units === null ? {} : { unitId: { $in: units } }),
    ...(search.statuses.length === 0 ? {} : { status: { $in: [...search.statuses] } }),
    ...(search.overdueOnly ? { $and: [{ status: 'OVERDUE' as const }] } : {}),
    ...(search.typeId === null ? {} : { 'type.id': search.typeId }),
    ...(search.processId === null ? {} : { processId: search.processId }),
    ...(search.recipientName === null ? {} : { nameWords: { $all: nameWords(search.recipientName).map((word) => new RegExp(`^${word}`)) } }),
    ...within('issuedAt', { from: issuedFrom, until: issuedUntil }),
    ...within('fulfilment.on', search.fulfilled),
    ...within('lastDate', search.due),
  };
}

function unitsOf(seen: readonly string[] | null, wanted: string | null): string[] | null {
  if (wanted === null) return seen === null ? null : [...seen];
  return seen === null || seen.includes(wanted) ? [wanted] : [];
}

/** Days compare as text. */
function within(field: string, { from, until }: Period | { from: Date | null; until: Date | null }): object {
  if (from === null && until === null) return {};
  return { [field]: { ...(from === null ? {} : { $gte: from }), ...(until === null ? {} : { $lte: until }) } };
}
