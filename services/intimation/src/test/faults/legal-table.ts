import type { LocalDate } from '@guiche/kit/calendar';

// Holidays of the country by hand, from the laws, for checks that must not ask the code they check. Sundays on which
// people vote are left out: nothing is different on them.
const everyYear = ['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '11-20', '12-25'];
const goodFridays = ['2026-04-03', '2027-03-26', '2028-04-14', '2029-03-30', '2030-04-19'];
const years = goodFridays.map((friday) => friday.slice(0, 4));

/** National holidays of 2026 to 2030, and those of a city every year, as `MM-DD`. */
export function tableOfHolidays(local: readonly string[] = []): Set<LocalDate> {
  return new Set([...goodFridays, ...years.flatMap((year) => [...everyYear, ...local].map((day) => `${year}-${day}`))]);
}
