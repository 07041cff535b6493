import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { Ports } from '../../../use-cases/ports.ts';
import type { StaffMemberRow } from './staff-member-row.ts';

export function staffMemberRepository(connection: Connection, session: ClientSession | undefined): Ports['staff'] {
  const staff = connection.model<StaffMemberRow>('StaffMember');
  return {
    async findMany(ids) {
      if (ids.length === 0) return [];
      const found = await staff.find({ _id: { $in: ids } }, null, inSession(session)).lean<StaffMemberRow[]>();
      return found.map(({ _id, ...member }) => ({ id: _id, ...member }));
    },
    async save({ id, ...member }) {
      await staff.replaceOne({ _id: id }, member, { upsert: true, ...inSession(session) });
    },
  };
}
