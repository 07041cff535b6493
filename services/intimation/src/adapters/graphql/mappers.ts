import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Holiday } from '../../domain/municipal-calendar.ts';

/** A page of a list that is computed whole anyway; the cursor is the day and the name. */
export function pageOfHolidays(holidays: readonly Holiday[], { size, cursor }: PageRequest): Page<Holiday> {
  const start = cursor === undefined ? 0 : holidays.findIndex((holiday) => cursorOf(holiday) === cursor) + 1;
  const items = holidays.slice(start, start + size);
  return {
    items,
    cursors: items.map(cursorOf),
    hasNextPage: start + size < holidays.length,
    hasPreviousPage: start > 0,
  };
}

function cursorOf({ date, name }: Holiday): string {
  return Buffer.from(`${date} ${name}`).toString('base64url');
}
