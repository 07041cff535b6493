import { parseLocalDate } from '@guiche/kit/calendar';
import { refuseProblems, textProblem } from '@guiche/kit/errors';
import type { FieldProblem } from '@guiche/kit/errors';
import { outOfRange } from '../../domain/calendar/field-problems.ts';
import { tacitDaysFor } from '../../domain/calendar/municipal-calendar.ts';
import { amountProblems, tacitAmountProblems } from '../../domain/deadlines/amount-problems.ts';
import type { Deadline, DeadlineAmount } from '../../domain/deadlines/deadline.ts';
import { extendByOutages } from '../../domain/deadlines/extend-by-outages.ts';
import { responseDeadline } from '../../domain/deadlines/response-deadline.ts';
import { tacitDeadline } from '../../domain/deadlines/tacit-deadline.ts';
import { workingCalendarOf } from '../calendar/working-calendar-of.ts';
import { defineQuery } from '../define.ts';

export interface PreviewDeadline {
  readonly municipalityId: string;
  readonly body?: string | null | undefined;
  readonly kind: 'TACIT' | 'RESPONSE';
  readonly startsOn: string;
  readonly amount?: DeadlineAmount | null | undefined;
  readonly processType?: string | null | undefined;
}

/** Counts a deadline by a city's calendar, with its explanation: for everybody, before anything depends on it. */
export const previewDeadline = defineQuery({
  action: 'deadline:read',
  load: ({ input }: { input: PreviewDeadline }) => ({ municipalityId: input.municipalityId }),
  async run({ input }, ports): Promise<Deadline> {
    const { municipalityId, body = null, kind, startsOn, amount = null, processType = null } = input;
    refuseProblems([...problemsOf(body, startsOn), ...(kind === 'TACIT' ? tacitAmountProblems('amount', amount) : amountProblems('amount', amount))]);
    const { calendar, working } = await workingCalendarOf(municipalityId, body, ports);
    if (kind === 'TACIT' || amount === null) return tacitDeadline(startsOn, amount?.value ?? tacitDaysFor(calendar, processType), working);
    const counted = responseDeadline(startsOn, amount, working);
    return extendByOutages(counted, await ports.outages.extendingFrom(municipalityId, counted.date), working);
  },
});

function problemsOf(body: string | null, startsOn: string): FieldProblem[] {
  const year = Number((parseLocalDate(startsOn) ?? '').slice(0, 4));
  const text = body === null ? undefined : textProblem('body', body, { max: 60 });
  return [...(text === undefined ? [] : [text]), ...(year >= 1990 && year <= 2089 ? [] : [outOfRange('startsOn', '01/01/1990', '31/12/2089')])];
}
