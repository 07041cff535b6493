import type { HolidayRecurrence, RegisteredHoliday } from '../../domain/calendar/holiday.ts';
import { registerHoliday as register } from '../../domain/calendar/register-holiday.ts';
import { intimationErrors } from '../../domain/errors.ts';
import { defineUseCase } from '../define.ts';
import { actOn, auditOf, configuredCalendar, keepChange } from './calendar-act.ts';

interface Years {
  readonly firstYear: number;
  readonly lastYear?: number | null | undefined;
}

export interface RegisterHoliday extends Pick<RegisteredHoliday, 'kind' | 'name' | 'legalBasis'> {
  readonly municipalityId: string;
  readonly body?: string | null | undefined;
  readonly date?: string | null | undefined;
  readonly yearly?: (Years & { readonly month: number; readonly day: number }) | null | undefined;
  readonly easter?: (Years & { readonly daysAfterEaster: number }) | null | undefined;
  readonly reason?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/** An administrator puts a holiday down, or a single day off; dates that it touches are counted anew. */
export const registerHoliday = defineUseCase({
  name: 'registerHoliday',
  action: 'calendar:configure',
  load: ({ input }: { input: RegisterHoliday }) => ({ municipalityId: input.municipalityId }),
  async run({ input, actor, now, newId }, ports) {
    const { municipalityId, kind, name, legalBasis, body = null, reason = null, expectedVersion } = input;
    const recurrence = recurrenceOf(input);
    const current = await configuredCalendar(municipalityId, ports);
    const registered = await ports.holidays.ofMunicipalities([municipalityId]);
    const act = { ...(await actOn(municipalityId, { actor, now, newId }, ports)), holidayId: newId(), expectedVersion: expectedVersion ?? undefined };
    const decision = register(current, registered, { kind, name, legalBasis, body, recurrence, reason }, act);
    await ports.holidays.insert(decision.holiday);
    await keepChange(decision, ports);
    return {
      result: { holidayId: decision.holiday.id, calendar: decision.calendar },
      events: decision.events,
      audit: [auditOf(municipalityId, null, decision.holiday)],
    };
  },
});

function recurrenceOf({ date, yearly, easter }: RegisterHoliday): HolidayRecurrence {
  const told: HolidayRecurrence[] = [
    ...(date == null ? [] : [{ rule: 'ONCE' as const, date }]),
    ...(yearly == null ? [] : [{ rule: 'YEARLY' as const, ...yearly, lastYear: yearly.lastYear ?? null }]),
    ...(easter == null ? [] : [{ rule: 'EASTER' as const, ...easter, lastYear: easter.lastYear ?? null }]),
  ];
  const [recurrence, another] = told;
  if (recurrence === undefined || another !== undefined) throw intimationErrors.HOLIDAY_DATE_UNCLEAR();
  return recurrence;
}
