import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { Municipality, Ports } from '../../use-cases/ports.ts';
import type { ContactDocument, MunicipalityDocument, UnitDocument } from './projection-documents.ts';

export function contactRepository(connection: Connection, session: ClientSession | undefined): Ports['contacts'] {
  const contacts = connection.model<ContactDocument>('Contact');
  return {
    async find(personId) {
      const found = await contacts.findById(personId, null, inSession(session)).lean<ContactDocument>();
      return found === null ? undefined : { personId, fullName: found.fullName, email: found.email };
    },
    async save({ personId, ...contact }) {
      await contacts.replaceOne({ _id: personId }, contact, { upsert: true, ...inSession(session) });
    },
  };
}

export function unitRepository(connection: Connection, session: ClientSession | undefined): Ports['units'] {
  const units = connection.model<UnitDocument>('Unit');
  return {
    async find(id) {
      const found = await units.findById(id, null, inSession(session)).lean<UnitDocument>();
      return found === null ? undefined : { id, name: found.name, email: found.email };
    },
    async save({ id, ...unit }) {
      await units.replaceOne({ _id: id }, unit, { upsert: true, ...inSession(session) });
    },
  };
}

export function municipalityRepository(connection: Connection, session: ClientSession | undefined): Ports['municipalities'] {
  const municipalities = connection.model<MunicipalityDocument>('Municipality');
  return {
    async find(id) {
      const found = await municipalities.findById(id, null, inSession(session)).lean<MunicipalityDocument>();
      return found === null ? undefined : municipalityOf(found);
    },
    async save({ id, ...municipality }) {
      await municipalities.replaceOne({ _id: id }, municipality, { upsert: true, ...inSession(session) });
    },
  };
}

function municipalityOf({ _id, name, city, timeZone, training }: MunicipalityDocument): Municipality {
  return { id: _id, name, city, timeZone, training };
}
