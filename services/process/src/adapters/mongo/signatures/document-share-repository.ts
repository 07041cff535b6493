import { inSession, listReader } from '@guiche/kit/mongo';
import type { GatheredReads } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { DocumentShareRepository } from '../../../use-cases/signatures/ports.ts';
import { readTurns } from '../read-turns.ts';
import type { DocumentShareRow } from './document-share-row.ts';

export function documentShareRepository(connection: Connection, session: ClientSession | undefined, reads?: GatheredReads): DocumentShareRepository {
  const rows = connection.model<DocumentShareRow>('DocumentShare');
  const lists = listReader(rows, { session, reads, turn: readTurns.shares });
  return {
    async add(shares) {
      if (shares.length === 0) return;
      const writes = shares.map((share) => {
        const _id = `${share.source}/${share.documentId}/${share.holder}`;
        return { updateOne: { filter: { _id }, update: { $setOnInsert: share }, upsert: true } };
      });
      await rows.bulkWrite(writes, inSession(session));
    },
    async remove(source, { documentIds, holders } = {}) {
      const filter = {
        source,
        ...(documentIds === undefined ? {} : { documentId: { $in: [...documentIds] } }),
        ...(holders === undefined ? {} : { holder: { $in: [...holders] } }),
      };
      await rows.deleteMany(filter, inSession(session));
    },
    async ofHolders(holders, processIds) {
      return lists.all({ holder: { $in: [...holders] }, processId: { $in: [...processIds] } });
    },
  };
}
