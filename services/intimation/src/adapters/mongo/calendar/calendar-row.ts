import { Schema } from 'mongoose';
import type { MunicipalCalendar, MunicipalHoliday } from '../../../domain/calendar/municipal-calendar.ts';

export interface CalendarRow extends Omit<MunicipalCalendar, 'municipalityId' | 'municipalHolidays'> {
  readonly _id: string;
  readonly municipalHolidays: MunicipalHoliday[];
}

const holiday = new Schema<MunicipalHoliday>(
  { month: Number, day: Number, name: String, legalBasis: String },
  { _id: false },
);

export const calendarSchema = new Schema<CalendarRow>(
  {
    _id: { type: String, required: true },
    tacitDays: { type: Number, required: true },
    holidaysSource: { type: String, required: true },
    municipalHolidays: { type: [holiday], required: true },
    version: { type: Number, required: true },
  },
  { collection: 'calendars', versionKey: false },
);

export function calendarOf({ _id, tacitDays, holidaysSource, municipalHolidays, version }: CalendarRow): MunicipalCalendar {
  return { municipalityId: _id, tacitDays, holidaysSource, municipalHolidays, version };
}
