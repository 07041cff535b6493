import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { RecipientFilter, RecipientRepository } from '../../../use-cases/recipients/ports.ts';
import { recipientOf } from './recipient-row.ts';
import type { RecipientRow } from './recipient-row.ts';

export function recipientRepository(connection: Connection, session: ClientSession | undefined): RecipientRepository {
  const recipients = connection.model<RecipientRow>('Recipient');
  return {
    async find(id) {
      const found = await recipients.findById(id, null, inSession(session)).lean<RecipientRow>();
      return found === null ? undefined : recipientOf(found);
    },
    async findMany(ids) {
      const found = await recipients.find({ _id: { $in: ids }, state: 'ENABLED' }).lean<RecipientRow[]>();
      return found.map(recipientOf);
    },
    async save({ id, ...recipient }) {
      await recipients.replaceOne({ _id: id }, recipient, { upsert: true, ...inSession(session) });
    },
    async page(filter, page) {
      return mapPage(await findPage(recipients, enabled(filter), [['enabledAt', -1]], page), recipientOf);
    },
    count: (filter) => recipients.countDocuments(enabled(filter)),
  };
}

function enabled({ municipalityId, personId }: RecipientFilter): { municipalityId: string; personId?: string; state: 'ENABLED' } {
  return { municipalityId, state: 'ENABLED', ...(personId === undefined ? {} : { personId }) };
}
