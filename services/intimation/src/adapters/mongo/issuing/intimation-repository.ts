import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection, QueryFilter } from 'mongoose';
import type { IntimationFilter, IntimationRepository } from '../../../use-cases/issuing/ports.ts';
import { intimationOf } from './intimation-row.ts';
import type { IntimationRow } from './intimation-row.ts';

export function intimationRepository(connection: Connection, session: ClientSession | undefined): IntimationRepository {
  const intimations = connection.model<IntimationRow>('Intimation');
  const bound = inSession(session);
  return {
    async insert({ id, ...intimation }) {
      await intimations.create([{ _id: id, ...intimation }], bound);
    },
    async update({ id, ...intimation }) {
      const { matchedCount } = await intimations.replaceOne({ _id: id, version: intimation.version - 1 }, intimation, bound);
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async find(id) {
      const found = await intimations.findById(id, null, bound).lean<IntimationRow>();
      return found === null ? undefined : intimationOf(found);
    },
    async findMany(ids) {
      return (await intimations.find({ _id: { $in: ids } }, null, bound).lean<IntimationRow[]>()).map(intimationOf);
    },
    async page(filter, page) {
      return mapPage(await findPage(intimations, queryOf(filter), [['requestedAt', -1]], page), intimationOf);
    },
    count: (filter) => intimations.countDocuments(queryOf(filter)),
  };
}

function queryOf({ municipalityId, processId, unitIds, staffId }: IntimationFilter): QueryFilter<IntimationRow> {
  return { municipalityId, processId, confidedTo: { $in: [null, staffId] }, ...(unitIds === undefined ? {} : { unitId: { $in: [...unitIds] } }) };
}
