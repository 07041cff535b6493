import { dateOfDayNumber, dayNumberOf } from './day-number.ts';
import type { DayNumber } from './day-number.ts';

/** Easter Sunday of a year by the Gregorian computus (Meeus, Jones, Butcher). */
export function easterOf(year: number): DayNumber {
  const golden = year % 19;
  const [century, ofCentury] = [Math.floor(year / 100), year % 100];
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  const march = Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1);
  return dayNumberOf(new Date(march).toISOString().slice(0, 10));
}

/** A day so many days after Easter Sunday, or before when negative: Corpus Christi is 60. */
export function daysFromEaster(year: number, days: number): string {
  return dateOfDayNumber(easterOf(year) + days);
}
