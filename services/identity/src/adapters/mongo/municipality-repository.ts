import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import { errors } from '../../domain/errors.ts';
import type { MunicipalityRepository } from '../../use-cases/ports.ts';
import { acronymKeyOf, municipalityOf } from './municipality-document.ts';
import type { MunicipalityDocument } from './municipality-document.ts';

export function municipalityRepository(connection: Connection, session: ClientSession | undefined): MunicipalityRepository {
  const municipalities = connection.model<MunicipalityDocument>('Municipality');
  const options = inSession(session);
  return {
    async byIds(ids) {
      return (await municipalities.find({ _id: { $in: ids } }, null, options).lean<MunicipalityDocument[]>()).map(municipalityOf);
    },
    async byIdOrAcronym(name) {
      const key = acronymKeyOf(name);
      const either = { $or: [{ _id: key }, { acronymKey: key }] };
      const found = await municipalities.find(either, null, options).lean<MunicipalityDocument[]>();
      const chosen = found.find(({ _id }) => _id === key) ?? found[0];
      return chosen === undefined ? undefined : municipalityOf(chosen);
    },
    async byAcronym(acronym) {
      const found = await municipalities.findOne({ acronymKey: acronymKeyOf(acronym) }, null, options).lean<MunicipalityDocument>();
      return found === null ? undefined : municipalityOf(found);
    },
    async save({ id, ...municipality }) {
      const document = { ...municipality, acronymKey: acronymKeyOf(municipality.acronym) };
      const upsert = municipality.version === 1;
      try {
        const before = { _id: id, version: municipality.version - 1 };
        const { matchedCount, upsertedCount } = await municipalities.updateOne(before, { $set: document }, { upsert, ...options });
        if (matchedCount + upsertedCount !== 1) throw platformErrors.STALE_VERSION();
      } catch (error) {
        if (isDuplicateKey(error, 'acronymKey')) throw errors.ACRONYM_TAKEN({ acronym: municipality.acronym });
        if (isDuplicateKey(error)) throw platformErrors.STALE_VERSION();
        throw error;
      }
    },
    async page(page) {
      return mapPage(await findPage(municipalities, {}, [['name', 1]], page, session), municipalityOf);
    },
  };
}
