import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import { Schema } from 'mongoose';
import type { ClientSession, Connection } from 'mongoose';
import type { CalendarChange } from '../../../domain/calendar/calendar-change.ts';
import type { CalendarChangeRepository } from '../../../use-cases/calendar/ports.ts';

export interface CalendarChangeRow extends Omit<CalendarChange, 'id'> {
  readonly _id: string;
}

const text = { type: String, required: true };

export const calendarChangeSchema = new Schema<CalendarChangeRow>(
  {
    _id: text,
    municipalityId: text,
    version: { type: Number, required: true },
    kind: text,
    at: { type: Date, required: true },
    by: text,
    reason: { type: String, default: null },
    summary: text,
    body: { type: String, default: null },
    subjectId: { type: String, default: null },
  },
  { collection: 'calendar_changes', versionKey: false },
);
calendarChangeSchema.index({ municipalityId: 1, version: -1, _id: -1 });

export function calendarChangeRepository(connection: Connection, session: ClientSession | undefined): CalendarChangeRepository {
  const changes = connection.model<CalendarChangeRow>('CalendarChange');
  return {
    async append({ id, ...change }) {
      await changes.create([{ _id: id, ...change }], inSession(session));
    },
    async page(municipalityId, page) {
      const found = await findPage(changes, { municipalityId }, [['version', -1]], page);
      return mapPage(found, ({ _id, ...change }) => ({ id: _id, ...change }));
    },
  };
}
