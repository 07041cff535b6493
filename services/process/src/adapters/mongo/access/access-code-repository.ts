import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { AccessCodeRepository } from '../../../use-cases/access/ports.ts';
import type { AccessCodeRow } from './access-code-row.ts';

/** One row per grant: the code mailed last. */
export function accessCodeRepository(connection: Connection, session: ClientSession | undefined): AccessCodeRepository {
  const codes = connection.model<AccessCodeRow>('AccessCode');
  return {
    async save({ grantId, ...code }) {
      await codes.replaceOne({ _id: grantId }, code, { upsert: true, ...inSession(session) });
    },
    async takeTry(grantId) {
      const row = await codes
        .findOneAndUpdate({ _id: grantId, triesLeft: { $gt: 0 } }, { $inc: { triesLeft: -1 } }, { returnDocument: 'before' })
        .lean<AccessCodeRow>();
      if (row === null) return undefined;
      const { _id, ...code } = row;
      return { grantId: _id, ...code };
    },
    async remove({ grantId, codeHash }) {
      const { deletedCount } = await codes.deleteOne({ _id: grantId, codeHash }, inSession(session));
      return deletedCount === 1;
    },
  };
}
