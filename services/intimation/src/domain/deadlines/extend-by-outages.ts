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
  const extending = outages.filter((outage) => outage.extendsDeadlines);
  let { date } = deadline;
  const steps: DeadlineStep[] = [];
  for (;;) {
    const outage = latestAt(date, extending);
    if (outage === undefined) break;
    const next = businessDayAfter(outage.endsOn, calendar);
    const period = periodInWords(outage.startsOn, outage.endsOn);
    const self: DayInTheWay = { date, kind: 'OUTAGE', name: outage.summary, legalBasis: null, outage };
    steps.push({
      kind: 'OUTAGE',
      from: date,
      to: next.date,
      text:
        `${dayInWords(date)} cai em indisponibilidade do sistema (${period}) que prorroga prazos: o prazo passa para o ` +
        `primeiro dia útil depois dela, ${dayInWords(next.date)}, às 23:59:59 (IN-20).`,
      daysInTheWay: [self, ...next.daysInTheWay],
    });
    ({ date } = next);
  }
  return steps.length === 0 ? deadline : { ...deadline, date, endsAt: calendar.endOf(date), steps: [...deadline.steps, ...steps] };
}

/** Several may touch the same day; the one that ends last decides, so that the order of registration does not. */
function latestAt(date: string, outages: readonly OutagePeriod[]): OutagePeriod | undefined {
  return outages
    .filter(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)
    .reduce<OutagePeriod | undefined>((latest, outage) => (latest === undefined || outage.endsOn > latest.endsOn ? outage : latest), undefined);
}
