import { inSession } from '@guiche/kit/mongo';
import { Schema } from 'mongoose';
import type { ClientSession, Connection } from 'mongoose';
import type { RegisteredHoliday } from '../../../domain/calendar/holiday.ts';
import type { HolidayRepository } from '../../../use-cases/calendar/ports.ts';

export interface HolidayRow extends Omit<RegisteredHoliday, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };

export const holidaySchema = new Schema<HolidayRow>(
  {
    _id: text,
    municipalityId: text,
    body: { type: String, default: null },
    kind: text,
    name: text,
    legalBasis: text,
    recurrence: { type: Schema.Types.Mixed, required: true },
    registeredAt: { type: Date, required: true },
    registeredBy: text,
  },
  { collection: 'holidays', versionKey: false },
);
holidaySchema.index({ municipalityId: 1, _id: 1 });

export function holidayRepository(connection: Connection, session: ClientSession | undefined): HolidayRepository {
  const holidays = connection.model<HolidayRow>('Holiday');
  return {
    async insert({ id, ...holiday }) {
      await holidays.create([{ _id: id, ...holiday }], inSession(session));
    },
    async remove(id) {
      await holidays.deleteOne({ _id: id }, inSession(session));
    },
    async ofMunicipalities(municipalityIds) {
      const found = await holidays
        .find({ municipalityId: { $in: municipalityIds } }, null, inSession(session))
        .sort({ municipalityId: 1, _id: 1 })
        .lean<HolidayRow[]>();
      return found.map(({ _id, ...holiday }) => ({ id: _id, ...holiday }));
    },
  };
}
