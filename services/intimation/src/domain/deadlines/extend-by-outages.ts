import type { LocalDate } from '@guiche/kit/calendar';
import type { OutagePeriod } from '../calendar/outage.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { businessDayAfter } from './business-days.ts';
import type { DayInTheWay, Deadline, DeadlineStep } from './deadline.ts';
import { dayInWords, periodInWords } from './wording.ts';

/**
 * Moves a response deadline that falls within an outage to the next business day after its end, again while it falls
 * within another (IN-20). Outages that do not justify it are ignored; not for tacit dates. Give a deadline as counted,
 * not one that was extended before: its steps would be there twice.
 */
export function extendByOutages(deadline: Deadline, outages: readonly OutagePeriod[], calendar: WorkingCalendar): Deadline {
  const { date, steps } = extendDate(deadline.date, outages, calendar);
  return steps.length === 0 ? deadline : { ...deadline, date, endsAt: calendar.endOf(date), steps: [...deadline.steps, ...steps] };
}

/** Where a response date goes because of outages, and the steps that lead there; none when it stays. */
export function extendDate(
  dueOn: LocalDate,
  outages: readonly OutagePeriod[],
  calendar: WorkingCalendar,
): { readonly date: LocalDate; readonly steps: readonly DeadlineStep[] } {
  const extending = outages.filter((outage) => outage.extendsDeadlines);
  const steps: DeadlineStep[] = [];
  let date = dueOn;
  for (let outage = latestAt(date, extending); outage !== undefined; outage = latestAt(date, extending)) {
    const next = businessDayAfter(outage.endsOn, calendar);
    const period = periodInWords(outage.startsOn, outage.endsOn);
    const { id, startsOn, endsOn, summary, extendsDeadlines } = outage;
    const self: DayInTheWay = { date, kind: 'OUTAGE', name: summary, legalBasis: null, outage: { id, startsOn, endsOn, summary, extendsDeadlines } };
    steps.push({
      kind: 'OUTAGE',
      from: date,
      to: next.date,
      text:
        `${dayInWords(date)} cai em indisponibilidade do sistema (${period}) que prorroga prazos: o prazo passa para o ` +
        `primeiro dia útil depois dela, ${dayInWords(next.date)}, às 23:59:59 (IN-20).`,
      daysInTheWay: [self, ...next.daysInTheWay],
    });
    date = next.date;
  }
  return { date, steps };
}

/** Several may touch the same day; the one that ends last decides, so that the order of registration does not. */
function latestAt(date: LocalDate, outages: readonly OutagePeriod[]): OutagePeriod | undefined {
  return outages
    .filter(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)
    .reduce<OutagePeriod | undefined>((latest, outage) => (latest === undefined || outage.endsOn > latest.endsOn ? outage : latest), undefined);
}
