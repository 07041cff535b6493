import { inSession } from '@guiche/kit/mongo';
import { Schema } from 'mongoose';
import type { ClientSession, Connection } from 'mongoose';
import type { Municipality } from '../../../domain/calendar/municipality.ts';
import type { CalendarPorts } from '../../../use-cases/calendar/ports.ts';

export interface MunicipalityRow extends Omit<Municipality, 'id'> {
  readonly _id: string;
}

export const municipalitySchema = new Schema<MunicipalityRow>(
  {
    _id: { type: String, required: true },
    timeZone: { type: String, required: true },
    training: { type: Boolean, required: true },
  },
  { collection: 'municipalities', versionKey: false },
);

export function municipalityRepository(connection: Connection, session: ClientSession | undefined): CalendarPorts['municipalities'] {
  const municipalities = connection.model<MunicipalityRow>('Municipality');
  return {
    async find(id) {
      const found = await municipalities.findById(id, null, inSession(session)).lean<MunicipalityRow>();
      return found === null ? undefined : { id, timeZone: found.timeZone, training: found.training };
    },
    async save({ id, ...municipality }) {
      await municipalities.replaceOne({ _id: id }, municipality, { upsert: true, ...inSession(session) });
    },
  };
}
