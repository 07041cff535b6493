import { revokedSessionsCollection } from '@guiche/kit/auth';
import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { SessionRepository } from '../../use-cases/ports.ts';
import { sessionOf } from './session-document.ts';
import type { SessionDocument } from './session-document.ts';

export function sessionRepository(connection: Connection, session: ClientSession | undefined): SessionRepository {
  const sessions = connection.model<SessionDocument>('Session');
  const revoked = connection.collection<{ _id: string; revokedAt: Date }>(revokedSessionsCollection);
  const options = inSession(session);
  const save: SessionRepository['save'] = async ({ id, ...fields }) => {
    await sessions.updateOne({ _id: id }, { $set: fields }, options);
  };
  return {
    async find(id) {
      const found = await sessions.findById(id, null, options).lean<SessionDocument>();
      return found === null ? undefined : sessionOf(found);
    },
    async openOfStaff(municipalityId, staffId, at) {
      const open = { 'owner.municipalityId': municipalityId, 'owner.staffId': staffId, revokedAt: null, expiresAt: { $gt: at } };
      return (await sessions.find(open, null, options).lean<SessionDocument[]>()).map(sessionOf);
    },
    async insert({ id, ...fields }) {
      await sessions.insertMany([{ _id: id, ...fields }], options);
    },
    save,
    async saveRevoked(ended, at) {
      await save(ended);
      await revoked.updateOne({ _id: ended.id }, { $setOnInsert: { revokedAt: at } }, { upsert: true, ...options });
    },
  };
}
