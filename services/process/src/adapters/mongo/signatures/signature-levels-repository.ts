import { platformErrors } from '@guiche/kit/errors';
import { inSession, isDuplicateKey } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { SignaturePorts } from '../../../use-cases/signatures/ports.ts';
import type { SignatureLevelsRow } from './signature-levels-row.ts';

/** One table for each city that has set one. */
export function signatureLevelsRepository(connection: Connection, session: ClientSession | undefined): SignaturePorts['signatureLevels'] {
  const tables = connection.model<SignatureLevelsRow>('SignatureLevels');
  return {
    async find(municipalityId) {
      const found = await tables.findById(municipalityId, null, inSession(session)).lean<SignatureLevelsRow>();
      if (found === null) return undefined;
      const { _id, ...table } = found;
      return { municipalityId, ...table };
    },
    async save({ municipalityId, ...table }) {
      try {
        if (table.version === 1) {
          await tables.create([{ _id: municipalityId, ...table }], inSession(session));
          return;
        }
      } catch (error) {
        if (isDuplicateKey(error)) throw platformErrors.STALE_VERSION();
        throw error;
      }
      const { matchedCount } = await tables.replaceOne({ _id: municipalityId, version: table.version - 1 }, table, inSession(session));
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
  };
}
