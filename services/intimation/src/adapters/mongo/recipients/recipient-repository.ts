import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection, QueryFilter } from 'mongoose';
import { nameWords } from '../../../domain/recipients/name-words.ts';
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
      const found = await recipients.find({ _id: { $in: ids }, state: 'ENABLED' }, null, inSession(session)).lean<RecipientRow[]>();
      return found.map(recipientOf);
    },
    async save({ id, ...recipient }) {
      await recipients.replaceOne({ _id: id }, { ...recipient, nameWords: nameWords(recipient.name ?? '') }, { upsert: true, ...inSession(session) });
    },
    async page(filter, page) {
      return mapPage(await findPage(recipients, enabled(filter), [['enabledAt', -1]], page), recipientOf);
    },
    count: (filter) => recipients.countDocuments(enabled(filter)),
  };
}

function enabled({ municipalityId, personId, name }: RecipientFilter): QueryFilter<RecipientRow> {
  return {
    municipalityId,
    state: 'ENABLED',
    ...(personId === undefined ? {} : { personId }),
    ...(name === undefined ? {} : { nameWords: called(name) }),
  };
}

/** Words are letters and digits only. A name without any finds nobody. */
function called(name: string): { $all: RegExp[] } | { $in: string[] } {
  const words = nameWords(name);
  return words.length === 0 ? { $in: [] } : { $all: words.map((word) => new RegExp(`^${word}`)) };
}
