import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { UnitRepository } from '../../use-cases/ports.ts';
import { unitOf } from './unit-document.ts';
import type { UnitDocument } from './unit-document.ts';

export function unitRepository(connection: Connection, session: ClientSession | undefined): UnitRepository {
  const units = connection.model<UnitDocument>('Unit');
  const options = inSession(session);
  return {
    async byIds(ids) {
      return (await units.find({ _id: { $in: ids } }, null, options).lean<UnitDocument[]>()).map(unitOf);
    },
    async find(municipalityId, id) {
      const found = await units.findOne({ _id: id, municipalityId }, null, options).lean<UnitDocument>();
      return found === null ? undefined : unitOf(found);
    },
    async save({ id, ...unit }) {
      const before = { _id: id, municipalityId: unit.municipalityId, version: unit.version - 1 };
      try {
        const upsert = unit.version === 1;
        const { matchedCount, upsertedCount } = await units.updateOne(before, { $set: unit }, { upsert, ...options });
        if (matchedCount + upsertedCount !== 1) throw platformErrors.STALE_VERSION();
      } catch (error) {
        if (isDuplicateKey(error)) throw platformErrors.STALE_VERSION();
        throw error;
      }
    },
    async page(municipalityId, page) {
      return mapPage(await findPage(units, { municipalityId }, [['name', 1]], page, session), unitOf);
    },
  };
}
