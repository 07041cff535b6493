import { platformErrors } from '@guiche/kit/errors';
import { inSession, isDuplicateKey } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { CalendarRepository } from '../../../use-cases/calendar/ports.ts';
import { calendarOf } from './calendar-row.ts';
import type { CalendarRow } from './calendar-row.ts';

export function calendarRepository(connection: Connection, session: ClientSession | undefined): CalendarRepository {
  const calendars = connection.model<CalendarRow>('Calendar');
  return {
    async find(municipalityId) {
      const found = await calendars.findById(municipalityId, null, inSession(session)).lean<CalendarRow>();
      return found === null ? undefined : calendarOf(found);
    },
    async findMany(municipalityIds) {
      const found = await calendars.find({ _id: { $in: municipalityIds } }).lean<CalendarRow[]>();
      return found.map(calendarOf);
    },
    async save({ municipalityId, ...calendar }) {
      const before = { _id: municipalityId, version: calendar.version - 1 };
      try {
        const upsert = calendar.version === 1;
        const { matchedCount, upsertedCount } = await calendars.updateOne(before, { $set: calendar }, { upsert, ...inSession(session) });
        if (matchedCount + upsertedCount !== 1) throw platformErrors.STALE_VERSION();
      } catch (error) {
        if (isDuplicateKey(error)) throw platformErrors.STALE_VERSION();
        throw error;
      }
    },
  };
}
