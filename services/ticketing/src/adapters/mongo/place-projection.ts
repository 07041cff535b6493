import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { PlaceProjection } from '../../use-cases/ports.ts';
import type { MunicipalityDocument, StaffMemberDocument, UnitDocument } from './place-document.ts';

/** What identity said about municipalities, units and staff, as much as tickets need. */
export function placeProjection(connection: Connection, session: ClientSession | undefined): PlaceProjection {
  const municipalities = connection.model<MunicipalityDocument>('Municipality');
  const staff = connection.model<StaffMemberDocument>('StaffMember');
  const units = connection.model<UnitDocument>('Unit');
  return {
    async municipality(id) {
      const found = await municipalities.findById(id, null, inSession(session)).lean<MunicipalityDocument>();
      return found === null ? null : { id, city: found.city, timeZone: found.timeZone };
    },
    async unit(id) {
      const found = await units.findById(id, null, inSession(session)).lean<UnitDocument>();
      return found === null ? null : { id, municipalityId: found.municipalityId, name: found.name, active: found.active };
    },
    async saveMunicipality({ id, ...fields }) {
      await municipalities.updateOne({ _id: id }, { $set: fields }, { upsert: true, ...inSession(session) });
    },
    async saveUnit({ id, ...fields }) {
      await units.updateOne({ _id: id }, { $set: fields }, { upsert: true, ...inSession(session) });
    },
    async staffMember(id) {
      const found = await staff.findById(id, null, inSession(session)).lean<StaffMemberDocument>();
      return found === null ? null : { id, municipalityId: found.municipalityId, unitIds: found.unitIds, active: found.active };
    },
    async saveStaffMember({ id, ...fields }) {
      await staff.updateOne({ _id: id }, { $set: fields }, { upsert: true, ...inSession(session) });
    },
  };
}
