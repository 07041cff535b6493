import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { UnitRepository } from '../../../use-cases/issuing/ports.ts';
import { unitOf } from './unit-row.ts';
import type { UnitRow } from './unit-row.ts';

export function unitRepository(connection: Connection, session: ClientSession | undefined): UnitRepository {
  const units = connection.model<UnitRow>('Unit');
  const bound = inSession(session);
  return {
    async find(id) {
      const found = await units.findById(id, null, bound).lean<UnitRow>();
      return found === null ? undefined : unitOf(found);
    },
    async findMany(ids) {
      return (await units.find({ _id: { $in: ids } }, null, bound).lean<UnitRow[]>()).map(unitOf);
    },
    async save({ id, ...unit }) {
      await units.replaceOne({ _id: id }, unit, { upsert: true, ...bound });
    },
  };
}
