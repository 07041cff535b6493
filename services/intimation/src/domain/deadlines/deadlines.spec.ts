import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeadlineAmount } from './deadline.ts';
import { extendByOutages } from './extend-by-outages.ts';
import { fulfilmentDate } from './fulfilment-date.ts';
import { responseDeadline } from './response-deadline.ts';
import { tacitDeadline } from './tacit-deadline.ts';
import { problemsByHand } from './test/check-by-hand.ts';
import { naiveEndOf, naiveExtendedDate, naiveFulfilmentDate, naiveResponseDate, naiveTacitDate } from './test/naive-deadlines.ts';
import { days, randomCities } from './test/random-calendars.ts';

const cities = randomCities(14, 20_261_121);
const city = fc.integer({ min: 0, max: cities.length - 1 });
const amounts: fc.Arbitrary<DeadlineAmount> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ unit: fc.constant('CALENDAR_DAYS' as const), value: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 6, arbitrary: fc.record({ unit: fc.constant('BUSINESS_DAYS' as const), value: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 3, arbitrary: fc.record({ unit: fc.constant('MONTHS' as const), value: fc.integer({ min: 1, max: 8 }) }) },
  { weight: 1, arbitrary: fc.record({ unit: fc.constant('YEARS' as const), value: fc.integer({ min: 1, max: 2 }) }) },
);

// Plain comparisons: an expectation for each of 100,000 cases would cost more than the cases.
function agree(actual: unknown, wanted: unknown, about: string): void {
  if (actual !== wanted) throw new Error(`${about}: ${String(actual)} instead of ${String(wanted)}`);
}

describe('100,000 random deadlines', () => {
  it('end tacitly on the same day as counted day by day, and can be recomputed from their explanation (IN-11)', () => {
    const days1 = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(city, days, days1, (index, issuedOn, value) => {
        const { calendar, holidays } = cities[index] ?? cities[0]!;
        const deadline = tacitDeadline(issuedOn, value, calendar);
        agree(deadline.date, naiveTacitDate(issuedOn, value, holidays), 'tacit date');
        agree(problemsByHand(deadline, { unit: 'CALENDAR_DAYS', value }).join(), '', 'by hand');
      }),
      { numRuns: 40_000 },
    );
  });

  it('are fulfilled on the same day as looked for day by day (IN-13)', () => {
    fc.assert(
      fc.property(city, days, (index, consultedOn) => {
        const { calendar, holidays } = cities[index] ?? cities[0]!;
        const fulfilled = fulfilmentDate(consultedOn, calendar);
        agree(fulfilled.date, naiveFulfilmentDate(consultedOn, holidays), 'fulfilment');
        agree(problemsByHand(fulfilled).join(), '', 'by hand');
      }),
      { numRuns: 10_000 },
    );
  });

  it('are due on the same day as counted day by day, outages included, and can be recomputed from their explanation (IN-17, IN-20)', () => {
    fc.assert(
      fc.property(city, days, amounts, (index, fulfilledOn, amount) => {
        const { calendar, holidays, outages } = cities[index] ?? cities[0]!;
        const counted = responseDeadline(fulfilledOn, amount, calendar);
        agree(counted.date, naiveResponseDate(fulfilledOn, amount, holidays), 'response');
        const extended = extendByOutages(counted, outages, calendar);
        const extending = outages.filter(({ extendsDeadlines }) => extendsDeadlines);
        agree(extended.date, naiveExtendedDate(counted.date, extending, holidays), 'extended');
        agree(problemsByHand(extended, amount).join(), '', 'by hand');
      }),
      { numRuns: 50_000 },
    );
  });

  it('end with the last millisecond that a clock in the city shows for the day, in every zone and summer time', () => {
    fc.assert(
      fc.property(city, days, (index, date) => {
        const { calendar } = cities[index] ?? cities[0]!;
        agree(calendar.endOf(date).toISOString(), naiveEndOf(date, calendar.timeZone).toISOString(), `end of ${date} in ${calendar.timeZone}`);
      }),
      { numRuns: 200 },
    );
  });
});
