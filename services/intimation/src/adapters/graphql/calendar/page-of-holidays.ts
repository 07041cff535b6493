import { platformErrors } from '@guiche/kit/errors';
import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Holiday } from '../../../domain/calendar/holiday.ts';

/**
 * A page of a list that is computed whole anyway; the cursor is the holiday itself. Throws `INVALID_CURSOR` for one of
 * another year or calendar.
 */
export function pageOfHolidays(holidays: readonly Holiday[], { size, cursor }: PageRequest): Page<Holiday> {
  const before = cursor === undefined ? -1 : holidays.findIndex((holiday) => cursorOf(holiday) === cursor);
  if (cursor !== undefined && before < 0) throw platformErrors.INVALID_CURSOR();
  const start = before + 1;
  const items = holidays.slice(start, start + size);
  return {
    items,
    cursors: items.map(cursorOf),
    hasNextPage: start + size < holidays.length,
    hasPreviousPage: start > 0,
  };
}

function cursorOf({ date, kind, name, registeredId }: Holiday): string {
  return Buffer.from(JSON.stringify([date, kind, name, registeredId])).toString('base64url');
}
