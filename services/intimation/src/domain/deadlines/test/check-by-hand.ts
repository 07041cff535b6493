import { dateOfDayNumber, dayNumberOf } from '../../calendar/day-number.ts';
import type { Deadline, DeadlineAmount, DeadlineStep } from '../deadline.ts';

/**
 * Does the sum again with nothing but the explanation, as a person with pencil and paper would: each step begins where
 * the one before ended, and every day that was passed over is listed with what it was. Answers what does not add up.
 */
export function problemsByHand(deadline: Deadline, amount?: DeadlineAmount): readonly string[] {
  const problems: string[] = [];
  deadline.steps.forEach((step, index) => {
    const before = deadline.steps[index - 1];
    if (before !== undefined && before.to !== step.from) problems.push(`${step.kind} does not begin where ${before.kind} ended`);
    problems.push(...problemsOf(step, amount));
  });
  if (deadline.steps.at(-1)?.to !== deadline.date) problems.push('the last step does not lead to the date');
  return problems;
}

function problemsOf(step: DeadlineStep, amount: DeadlineAmount | undefined): readonly string[] {
  switch (step.kind) {
    case 'START':
      return same(step, listedFrom(step, 0), between(step.from, 1, step.to));
    case 'END':
      return same(step, listedFrom(step, 0), between(step.from, 0, step.to));
    case 'OUTAGE': {
      const outage = step.daysInTheWay[0]?.outage;
      if (outage == null || step.from < outage.startsOn || step.from > outage.endsOn) return ['the outage is not at the date'];
      return same(step, listedFrom(step, 1), between(outage.endsOn, 1, step.to));
    }
    case 'COUNT':
      return amount === undefined ? [] : countProblems(step, amount);
  }
}

function countProblems({ from, to, daysInTheWay }: DeadlineStep, { unit, value }: DeadlineAmount): readonly string[] {
  if (unit === 'CALENDAR_DAYS' || unit === 'BUSINESS_DAYS') {
    const days = dayNumberOf(to) - dayNumberOf(from) + 1 - daysInTheWay.length;
    return days === value ? [] : [`${String(days)} days counted instead of ${String(value)}`];
  }
  const months = monthOf(to) - monthOf(from);
  const sameDay = from.slice(8) === to.slice(8);
  const lastDay = from.slice(8) > to.slice(8) && monthOf(dateOfDayNumber(dayNumberOf(to) + 1)) > monthOf(to);
  const wanted = unit === 'YEARS' ? value * 12 : value;
  return months === wanted && (sameDay || lastDay) ? [] : [`${from} and ${to} are not ${String(wanted)} months apart`];
}

/** Months since the year 0. */
function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

function same({ kind }: DeadlineStep, listed: readonly string[], passed: readonly string[]): readonly string[] {
  return listed.join() === passed.join() ? [] : [`${kind} passed ${passed.join()} and lists ${listed.join()}`];
}

function listedFrom({ daysInTheWay }: DeadlineStep, index: number): readonly string[] {
  return daysInTheWay.slice(index).map(({ date }) => date);
}

function between(from: string, after: number, before: string): readonly string[] {
  const first = dayNumberOf(from) + after;
  return Array.from({ length: dayNumberOf(before) - first }, (_, index) => dateOfDayNumber(first + index));
}
