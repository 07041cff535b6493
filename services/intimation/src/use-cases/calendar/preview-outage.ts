import type { LocalDate } from '@guiche/kit/calendar';
import { planOutage } from '../../domain/calendar/register-outage.ts';
import { extendDate } from '../../domain/deadlines/extend-by-outages.ts';
import { defineQuery } from '../define.ts';
import { workingCalendarOf } from './working-calendar-of.ts';

export interface PreviewOutage {
  readonly municipalityId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What an outage that extends deadlines would do: how many of each day would move, and where. */
export interface OutageEffect {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly deadlines: number;
  readonly moves: readonly { readonly from: LocalDate; readonly to: LocalDate; readonly deadlines: number }[];
}

/** The effect of an outage before it is registered (IN-20). Writes nothing. */
export const previewOutage = defineQuery({
  action: 'calendar:configure',
  load: ({ input }: { input: PreviewOutage }) => ({ municipalityId: input.municipalityId }),
  async run({ input: { municipalityId, startsAt, endsAt }, now }, ports): Promise<OutageEffect> {
    const { working } = await workingCalendarOf(municipalityId, null, ports);
    const others = await ports.outages.overlapping(municipalityId, startsAt, endsAt);
    const order = { startsAt, endsAt, summary: 'Prévia', extendsDeadlines: true };
    const outage = planOutage(municipalityId, order, others, { outageId: 'preview', now, by: 'preview', timeZone: working.timeZone });
    const outages = [outage, ...(await ports.outages.extendingFrom(municipalityId, outage.startsOn))];
    const open = await ports.openResponseDeadlines(municipalityId, outage.startsOn, outage.endsOn);
    const moves = open.map(({ date, count }) => ({ from: date, to: extendDate(date, outages, working).date, deadlines: count }));
    return {
      startsOn: outage.startsOn,
      endsOn: outage.endsOn,
      deadlines: moves.reduce((sum, { deadlines }) => sum + deadlines, 0),
      moves,
    };
  },
});
