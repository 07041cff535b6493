import { localDate } from '@guiche/kit/calendar';
import type { Ports } from '../ports.ts';

/** Where a city's clock is unknown, because identity's events are late. */
const usualTimeZone = 'America/Sao_Paulo';

/** The year on a municipality's calendar, for examples: numbers are taken only where the calendar is known. */
export async function yearIn(municipalityId: string, at: Date, { municipalities }: Pick<Ports, 'municipalities'>): Promise<number> {
  const municipality = await municipalities.find(municipalityId);
  return yearOn(municipality?.timeZone ?? usualTimeZone, at);
}

/** The year on the calendar of a time zone. */
export function yearOn(timeZone: string, at: Date): number {
  return Number(localDate(at, timeZone).slice(0, 4));
}
