import type { LocalDate } from '@guiche/kit/calendar';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { businessDayFrom } from './business-days.ts';
import type { Deadline } from './deadline.ts';
import { fulfilmentRule } from './rules.ts';
import { dayInWords } from './wording.ts';

/** The legal date of a fulfilment by consultation (IN-13): the day itself, or the next business day. */
export function fulfilmentDate(consultedOn: LocalDate, calendar: WorkingCalendar): Deadline {
  const { date, daysInTheWay } = businessDayFrom(consultedOn, calendar);
  const text =
    date === consultedOn
      ? `${dayInWords(date)}, dia da consulta, é dia útil: a intimação é cumprida nesse dia.`
      : `${dayInWords(consultedOn)}, dia da consulta, não é dia útil: a intimação é cumprida no próximo dia útil, ${dayInWords(date)}.`;
  return {
    date,
    endsAt: calendar.endOf(date),
    timeZone: calendar.timeZone,
    rule: fulfilmentRule,
    steps: [{ kind: 'END', from: consultedOn, to: date, text, daysInTheWay }],
  };
}
