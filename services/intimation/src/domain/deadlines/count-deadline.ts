import type { LocalDate } from '@guiche/kit/calendar';
import { dateOfDayNumber, dayNumberOf } from '../calendar/day-number.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { businessDayAfter, businessDayFrom } from './business-days.ts';
import type { Deadline, DeadlineAmount, DeadlineStep } from './deadline.ts';
import type { DeadlineRule } from './rules.ts';
import { amountInWords, dayInWords } from './wording.ts';

/** What both kinds of deadline do: begin on the first business day after an act, count, and end on a business day. */
export function countDeadline(
  act: { readonly on: LocalDate; readonly name: string },
  amount: DeadlineAmount,
  rule: DeadlineRule,
  calendar: WorkingCalendar,
): Deadline {
  if (!Number.isSafeInteger(amount.value) || amount.value < 1) throw new RangeError(`Not a deadline: ${String(amount.value)}`);
  const start = businessDayAfter(act.on, calendar);
  const begin: DeadlineStep = {
    kind: 'START',
    from: act.on,
    to: start.date,
    text: `Começa em ${dayInWords(start.date)}, primeiro dia útil depois ${act.name} em ${dayInWords(act.on)}.`,
    daysInTheWay: start.daysInTheWay,
  };
  const count = countStep(act.on, start.date, amount, calendar);
  const end = businessDayFrom(count.to, calendar);
  const endsOnBusinessDay = end.date === count.to;
  const finish: DeadlineStep = {
    kind: 'END',
    from: count.to,
    to: end.date,
    text: endsOnBusinessDay
      ? `${dayInWords(end.date)} é dia útil: o prazo termina às 23:59:59 desse dia.`
      : `${dayInWords(count.to)} não é dia útil: o prazo passa para o próximo dia útil, ${dayInWords(end.date)}, às 23:59:59.`,
    daysInTheWay: end.daysInTheWay,
  };
  return { date: end.date, endsAt: calendar.endOf(end.date), timeZone: calendar.timeZone, rule, steps: [begin, count, finish] };
}

function countStep(actOn: LocalDate, start: LocalDate, amount: DeadlineAmount, calendar: WorkingCalendar): DeadlineStep {
  const counted = `${amountInWords(amount)}, ${amount.value === 1 ? 'contado' : 'contados'} a partir de ${dayInWords(start)}`;
  switch (amount.unit) {
    case 'CALENDAR_DAYS': {
      const to = dateOfDayNumber(dayNumberOf(start) + amount.value - 1);
      return { kind: 'COUNT', from: start, to, text: `${counted}, inclusive: até ${dayInWords(to)}.`, daysInTheWay: [] };
    }
    case 'BUSINESS_DAYS': {
      const walk = businessDayAfter(actOn, calendar, amount.value);
      const daysInTheWay = walk.daysInTheWay.filter(({ date }) => date > start);
      return { kind: 'COUNT', from: start, to: walk.date, text: `${counted}, inclusive: até ${dayInWords(walk.date)}.`, daysInTheWay };
    }
    case 'MONTHS':
    case 'YEARS': {
      const to = monthsLater(start, amount.unit === 'YEARS' ? amount.value * 12 : amount.value);
      return { kind: 'COUNT', from: start, to, text: `${counted}, de data a data: até ${dayInWords(to)}.`, daysInTheWay: [] };
    }
  }
}

/** From date to date; where the month has no such day, its last one (LW-01: Lei 9.784/1999, art. 66, § 3º). */
function monthsLater(date: LocalDate, months: number): LocalDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, monthOfYear] = [Math.floor(month / 12), month % 12];
  const lastDay = new Date(Date.UTC(year, monthOfYear + 1, 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8, 10)), lastDay);
  return new Date(Date.UTC(year, monthOfYear, day)).toISOString().slice(0, 10);
}
