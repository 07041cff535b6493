import { platformErrors } from '@guiche/kit/errors';
import type { AppError } from '@guiche/kit/errors';
import { findPage, inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import { typeErrors } from '../../../domain/types/errors.ts';
import type { IntimationType } from '../../../domain/types/intimation-type.ts';
import { nameKey } from '../../../domain/types/name-key.ts';
import type { ResponseType } from '../../../domain/types/response-type.ts';
import type { TypePorts, TypeRepository } from '../../../use-cases/types/ports.ts';
import type { TypeRow } from './type-rows.ts';

/** Types of intimation and of response: two lists of the same make. */
export function typeRepositories(connection: Connection, session: ClientSession | undefined): TypePorts {
  const intimationTypes = connection.model<TypeRow<IntimationType>>('IntimationType');
  return {
    intimationTypes: {
      ...typeRepository<IntimationType>({ connection, session }, 'IntimationType', typeErrors.INTIMATION_TYPE_NAME_TAKEN),
      async offer(responseTypeIds) {
        return (await intimationTypes.exists({ responseTypeIds }).session(session ?? null)) !== null;
      },
    },
    responseTypes: typeRepository<ResponseType>({ connection, session }, 'ResponseType', typeErrors.RESPONSE_TYPE_NAME_TAKEN),
  };
}

function typeRepository<Type extends IntimationType | ResponseType>(
  { connection, session }: { connection: Connection; session: ClientSession | undefined },
  modelName: string,
  nameTaken: () => AppError,
): TypeRepository<Type> {
  const rows = connection.model<TypeRow<IntimationType | ResponseType>>(modelName);
  const bound = inSession(session);
  const typeOf = ({ _id, nameKey: _key, ...type }: TypeRow<IntimationType | ResponseType>): Type => ({ id: _id, ...type }) as unknown as Type;
  return {
    async find(id) {
      const found = await rows.findById(id, null, bound).lean<TypeRow<Type>>();
      return found === null ? undefined : typeOf(found);
    },
    async findMany(ids) {
      return (await rows.find({ _id: { $in: ids } }, null, bound).lean<TypeRow<Type>[]>()).map(typeOf);
    },
    async save({ id, ...type }) {
      const row = { ...type, nameKey: nameKey(type.name) };
      try {
        const { matchedCount } =
          type.version === 1
            ? { matchedCount: (await rows.create([{ _id: id, ...row }], bound)).length }
            : await rows.replaceOne({ _id: id, version: type.version - 1 }, row, bound);
        if (matchedCount === 0) throw platformErrors.STALE_VERSION();
      } catch (error) {
        if (isDuplicateKey(error)) throw nameTaken();
        throw error;
      }
    },
    async deleteUnused(id) {
      return (await rows.deleteOne({ _id: id, used: false }, bound)).deletedCount === 1;
    },
    async markUsed(ids) {
      await rows.updateMany({ _id: { $in: [...ids] }, used: false }, { $set: { used: true } }, bound);
    },
    async page({ municipalityId, activeOnly }, page) {
      return mapPage(await findPage(rows, { municipalityId, ...(activeOnly ? { active: true } : {}) }, [['nameKey', 1]], page), typeOf);
    },
  };
}
