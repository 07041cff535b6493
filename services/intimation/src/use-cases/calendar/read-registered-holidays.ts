import type { RegisteredHoliday } from '../../domain/calendar/holiday.ts';
import { defineEntityQuery } from '../define.ts';

/** The registered holidays of a city. */
export interface HolidaysOfCity {
  readonly municipalityId: string;
  readonly holidays: readonly RegisteredHoliday[];
}

/** Registered holidays by municipality, in one query for many. */
export const readRegisteredHolidays = defineEntityQuery({
  action: 'holiday:read',
  async loadMany(municipalityIds, { holidays }): Promise<readonly HolidaysOfCity[]> {
    const byCity = Map.groupBy(await holidays.ofMunicipalities(municipalityIds), ({ municipalityId }) => municipalityId);
    return municipalityIds.map((municipalityId) => ({ municipalityId, holidays: byCity.get(municipalityId) ?? [] }));
  },
  idOf: ({ municipalityId }) => municipalityId,
});
