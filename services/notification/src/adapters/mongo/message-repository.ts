import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { MessageFilter, MessageRepository } from '../../use-cases/ports.ts';
import { documentOf, messageOf } from './message-document.ts';
import type { MessageDocument } from './message-document.ts';

export function messageRepository(connection: Connection, session: ClientSession | undefined): MessageRepository {
  const messages = connection.model<MessageDocument>('Message');
  return {
    async find(id) {
      const found = await messages.findById(id, null, inSession(session)).lean<MessageDocument>();
      return found === null ? undefined : messageOf(found);
    },
    async findMany(ids) {
      const found = await messages.find({ _id: { $in: ids } }).lean<MessageDocument[]>();
      return found.map(messageOf);
    },
    async add(message) {
      const { key, ...rest } = documentOf(message);
      const { upsertedCount } = await messages.updateOne({ key }, { $setOnInsert: rest }, { upsert: true, ...inSession(session) });
      return upsertedCount === 1;
    },
    async save(message) {
      const { _id, ...rest } = documentOf(message);
      await messages.replaceOne({ _id }, rest, inSession(session));
    },
    async waitingFor(personId) {
      const found = await messages.find({ personId, 'delivery.state': 'WAITING' }, { _id: 1 }, inSession(session)).lean<{ _id: string }[]>();
      return found.map(({ _id }) => _id);
    },
    async page(filter, page) {
      return mapPage(await findPage(messages, own(filter), [['createdAt', -1]], page), messageOf);
    },
    count: (filter) => messages.countDocuments(own(filter)),
  };
}

function own({ personId, municipalityId, unread }: MessageFilter) {
  const filter = { personId, inInbox: true, ...(unread ? { readAt: { $exists: false } } : {}) };
  return municipalityId === null ? filter : { ...filter, municipalityId };
}
