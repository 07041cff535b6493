import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { DossierRepository } from '../../../use-cases/accreditation/ports.ts';
import { dossierOf } from './dossier-row.ts';
import type { DossierRow } from './dossier-row.ts';

export function dossierRepository(connection: Connection, session: ClientSession | undefined): DossierRepository {
  const dossiers = connection.model<DossierRow>('Dossier');
  return {
    async find(ticketId) {
      const found = await dossiers.findById(ticketId, null, inSession(session)).lean<DossierRow>();
      return found === null ? undefined : dossierOf(found);
    },
    async save({ ticketId, ...dossier }) {
      try {
        const before = { _id: ticketId, version: dossier.version - 1 };
        const upsert = dossier.version === 1;
        const { matchedCount, upsertedCount } = await dossiers.replaceOne(before, dossier, { upsert, ...inSession(session) });
        if (matchedCount + upsertedCount === 0) throw platformErrors.UNAVAILABLE();
      } catch (error) {
        // The other event of the same ticket was faster; the consumer tries this one again.
        if (isDuplicateKey(error)) throw platformErrors.UNAVAILABLE();
        throw error;
      }
    },
    async list(filter, page) {
      return mapPage(await findPage(dossiers, filter, [['updatedAt', -1]], page), dossierOf);
    },
  };
}
