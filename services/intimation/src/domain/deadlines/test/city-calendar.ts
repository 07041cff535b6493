import type { LocalDate } from '@guiche/kit/calendar';
import type { DayOff } from '../../calendar/day-off.ts';
import { workingCalendar } from '../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';

const yearly = ['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '11-20', '12-25'];
const goodFridays = ['2026-04-03', '2027-03-26', '2028-04-14'];

/** A city with the national holidays and those of `others`, for specs. */
export function cityCalendar({ timeZone = 'America/Sao_Paulo', others = [] }: { timeZone?: string; others?: readonly LocalDate[] } = {}): WorkingCalendar {
  const national = (date: LocalDate): DayOff => ({ date, kind: 'NATIONAL', name: 'Feriado nacional', legalBasis: 'Lei federal' });
  const municipal = (date: LocalDate): DayOff => ({ date, kind: 'MUNICIPAL', name: 'Feriado municipal', legalBasis: 'Lei municipal nº 1' });
  const holidaysOf = (year: number): readonly DayOff[] => [
    ...yearly.map((day) => national(`${String(year)}-${day}`)),
    ...[...goodFridays.map(national), ...others.map(municipal)].filter(({ date }) => date.startsWith(String(year))),
  ];
  return workingCalendar({ timeZone, holidaysOf });
}
