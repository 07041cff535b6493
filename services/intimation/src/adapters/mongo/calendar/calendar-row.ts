import { Schema } from 'mongoose';
import type { MunicipalCalendar, MunicipalHoliday } from '../../../domain/calendar/municipal-calendar.ts';

export interface CalendarRow extends Omit<MunicipalCalendar, 'municipalityId' | 'municipalHolidays' | 'tacitDaysByProcessType'> {
  readonly _id: string;
  readonly municipalHolidays: MunicipalHoliday[];
  /** Absent in rows written before there was one. */
  readonly tacitDaysByProcessType?: MunicipalCalendar['tacitDaysByProcessType'];
}

const holiday = new Schema<MunicipalHoliday>(
  { month: Number, day: Number, name: String, legalBasis: String },
  { _id: false },
);

export const calendarSchema = new Schema<CalendarRow>(
  {
    _id: { type: String, required: true },
    tacitDays: { type: Number, required: true },
    tacitDaysByProcessType: [new Schema({ processType: String, days: Number }, { _id: false })],
    holidaysSource: { type: String, required: true },
    municipalHolidays: { type: [holiday], required: true },
    version: { type: Number, required: true },
  },
  { collection: 'calendars', versionKey: false },
);

export function calendarOf({ _id, tacitDaysByProcessType = [], ...settings }: CalendarRow): MunicipalCalendar {
  const { tacitDays, holidaysSource, municipalHolidays, version } = settings;
  return { municipalityId: _id, tacitDays, tacitDaysByProcessType, holidaysSource, municipalHolidays, version };
}
