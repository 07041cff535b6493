import type { LocalDate } from '@guiche/kit/calendar';
import type { Deadline } from '../deadlines/deadline.ts';
import { extendByOutages } from '../deadlines/extend-by-outages.ts';
import { responseDeadline } from '../deadlines/response-deadline.ts';
import type { ResponseDeadline } from '../issuing/notice.ts';
import type { ResponseOption } from '../issuing/response-option.ts';
import { trackDeadline } from '../issuing/tracked-deadline.ts';
import type { LegalDays } from './legal-days.ts';

/** The last day of one way to answer, extended by outages (IN-17, IN-20); null when it has none. */
export function countResponse({ amount }: ResponseOption, fulfilledOn: LocalDate, { calendar, outages }: LegalDays): Deadline | null {
  return amount === null ? null : extendByOutages(responseDeadline(fulfilledOn, amount, calendar), outages, calendar);
}

/** All ways to answer that have a last day, counted from the legal date of fulfilment. */
export function countResponses(options: readonly ResponseOption[], fulfilledOn: LocalDate, days: LegalDays): readonly ResponseDeadline[] {
  return options.flatMap((option) => {
    const deadline = countResponse(option, fulfilledOn, days);
    return deadline === null ? [] : [{ responseTypeId: option.responseTypeId, name: option.name, ...trackDeadline(deadline) }];
  });
}
