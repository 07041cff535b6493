import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { SigningBlockRepository } from '../../../use-cases/signatures/ports.ts';
import { signingBlockOf } from './signing-block-row.ts';
import type { SigningBlockRow } from './signing-block-row.ts';

export function signingBlockRepository(connection: Connection, session: ClientSession | undefined): SigningBlockRepository {
  const blocks = connection.model<SigningBlockRow>('SigningBlock');
  return {
    async find(id) {
      const found = await blocks.findById(id, null, inSession(session)).lean<SigningBlockRow>();
      return found === null ? undefined : signingBlockOf(found);
    },
    async save({ id, ...block }) {
      if (block.version === 1) {
        await blocks.create([{ _id: id, ...block }], inSession(session));
        return;
      }
      const { matchedCount } = await blocks.replaceOne({ _id: id, version: block.version - 1 }, block, inSession(session));
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    page: async (filter, page) => mapPage(await findPage(blocks, filter, [['createdAt', -1]], page), signingBlockOf),
  };
}
