import { removeHoliday as remove } from '../../domain/calendar/register-holiday.ts';
import { intimationErrors } from '../../domain/errors.ts';
import { defineUseCase } from '../define.ts';
import { actOn, auditOf, configuredCalendar, keepChange } from './calendar-act.ts';

export interface RemoveHoliday {
  readonly municipalityId: string;
  readonly holidayId: string;
  readonly reason?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

/** An administrator takes a registered holiday back; dates that it touched are counted anew. */
export const removeHoliday = defineUseCase({
  name: 'removeHoliday',
  action: 'calendar:configure',
  load: ({ input }: { input: RemoveHoliday }) => ({ municipalityId: input.municipalityId }),
  async run({ input, actor, now, newId }, ports) {
    const { municipalityId, holidayId, reason = null, expectedVersion } = input;
    const current = await configuredCalendar(municipalityId, ports);
    const holiday = (await ports.holidays.ofMunicipalities([municipalityId])).find(({ id }) => id === holidayId);
    if (holiday === undefined) throw intimationErrors.HOLIDAY_NOT_FOUND();
    const act = { ...(await actOn(municipalityId, { actor, now, newId }, ports)), expectedVersion: expectedVersion ?? undefined };
    const decision = remove(current, holiday, reason, act);
    await ports.holidays.remove(holidayId);
    await keepChange(decision, ports);
    return { result: { calendar: decision.calendar }, events: decision.events, audit: [auditOf(municipalityId, holiday, null)] };
  },
});
