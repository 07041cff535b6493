import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { AccreditationRepository } from '../../use-cases/ports.ts';
import { accreditationOf } from './accreditation-document.ts';
import type { AccreditationDocument } from './accreditation-document.ts';

export function accreditationRepository(connection: Connection, session: ClientSession | undefined): AccreditationRepository {
  const accreditations = connection.model<AccreditationDocument>('Accreditation');
  const options = inSession(session);
  const findOne = async (where: object) => {
    const found = await accreditations.findOne(where, null, options).lean<AccreditationDocument>();
    return found === null ? undefined : accreditationOf(found);
  };
  return {
    async byIds(ids) {
      return (await accreditations.find({ _id: { $in: ids } }, null, options).lean<AccreditationDocument[]>()).map(accreditationOf);
    },
    of: (personId, municipalityId) => findOne({ personId, municipalityId }),
    async ofPerson(personId) {
      return (await accreditations.find({ personId }, null, options).lean<AccreditationDocument[]>()).map(accreditationOf);
    },
    byTicket: (ticketId) => findOne({ ticketId }),
    byTermDocument: (documentId) => findOne({ 'release.termDocumentId': documentId }),
    async insert({ id, ...accreditation }) {
      try {
        await accreditations.insertMany([{ _id: id, ...accreditation }], options);
      } catch (error) {
        if (isDuplicateKey(error)) throw platformErrors.STALE_VERSION();
        throw error;
      }
    },
    async save({ id, ...accreditation }) {
      const before = { _id: id, municipalityId: accreditation.municipalityId, version: accreditation.version - 1 };
      const { matchedCount } = await accreditations.updateOne(before, { $set: accreditation }, options);
      if (matchedCount !== 1) throw platformErrors.STALE_VERSION();
    },
    async page({ personId, municipalityId }, page) {
      const where = { personId, ...(municipalityId === undefined ? {} : { municipalityId }) };
      return mapPage(await findPage(accreditations, where, [['startedAt', -1]], page, session), accreditationOf);
    },
  };
}
