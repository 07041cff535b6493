import type { LocalDate } from '@guiche/kit/calendar';
import fc from 'fast-check';
import { dateOfDayNumber, dayNumberOf } from '../../calendar/day-number.ts';
import type { OutagePeriod } from '../../calendar/outage.ts';
import { workingCalendar } from '../../calendar/working-calendar.ts';
import type { WorkingCalendar } from '../../calendar/working-calendar.ts';

export const zones = [
  'America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco', 'America/Noronha', 'America/Santiago', 'America/Asuncion', 'UTC',
];

const first = dayNumberOf('2015-01-01');
const last = dayNumberOf('2022-12-31');

/** Any day in the eight years that the random calendars cover, month ends and New Years more often than by chance. */
export const days: fc.Arbitrary<LocalDate> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: first, max: last }).map(dateOfDayNumber) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 2015, max: 2022 }), fc.constantFrom('01-31', '02-28', '02-29', '03-31', '04-30', '08-31', '12-23', '12-31'))
      .map(([year, day]) => (day === '02-29' && year % 4 !== 0 ? `${String(year)}-03-01` : `${String(year)}-${day}`)),
  },
);

/** A city with holidays in chains, and the same as the naive code takes it. */
export interface RandomCity {
  readonly calendar: WorkingCalendar;
  readonly holidays: ReadonlySet<LocalDate>;
  readonly outages: readonly OutagePeriod[];
}

/** Cities to draw cases from: building one costs more than counting in it. */
export function randomCities(count: number, seed: number): readonly RandomCity[] {
  const chain = (longest: number) => fc.tuple(fc.integer({ min: first, max: last }), fc.integer({ min: 1, max: longest }));
  const city = fc
    .record({
      chains: fc.array(chain(6), { minLength: 50, maxLength: 150 }),
      outages: fc.array(chain(5), { minLength: 60, maxLength: 200 }),
      timeZone: fc.constantFrom(...zones),
    })
    .map(({ chains, outages, timeZone }) => cityOf(chains, outages, timeZone));
  return fc.sample(city, { numRuns: count, seed });
}

type Chain = readonly [start: number, length: number];

function cityOf(chains: readonly Chain[], outages: readonly Chain[], timeZone: string): RandomCity {
  const holidays = new Set(chains.flatMap(([start, length]) => Array.from({ length }, (_, index) => dateOfDayNumber(start + index))));
  const byYear = Map.groupBy(holidays, (date) => Number(date.slice(0, 4)));
  const holidaysOf = (year: number) =>
    (byYear.get(year) ?? []).map((date) => ({ date, kind: 'MUNICIPAL' as const, name: `Feriado ${date}`, legalBasis: 'Lei municipal' }));
  return {
    holidays,
    calendar: workingCalendar({ timeZone, holidaysOf }),
    outages: outages.map(([start, length], index) => ({
      id: `outage-${String(index)}`,
      startsOn: dateOfDayNumber(start),
      endsOn: dateOfDayNumber(start + length - 1),
      summary: 'Falha',
      extendsDeadlines: index % 4 !== 0,
    })),
  };
}
