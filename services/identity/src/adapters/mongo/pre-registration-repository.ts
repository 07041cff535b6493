import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import { emailKeyOf } from '../../domain/email-address.ts';
import type { PreRegistrationRepository } from '../../use-cases/ports.ts';
import { whereLogin } from './person-repository.ts';
import { preRegistrationOf } from './pre-registration-document.ts';
import type { PreRegistrationDocument } from './pre-registration-document.ts';

export function preRegistrationRepository(connection: Connection, session: ClientSession | undefined): PreRegistrationRepository {
  const rows = connection.model<PreRegistrationDocument>('PreRegistration');
  const options = inSession(session);
  return {
    async insert({ id, data, ...row }, secrets) {
      await rows.insertMany([{ _id: id, ...row, ...data, emailKey: emailKeyOf(data.email), ...secrets }], options);
    },
    async byTokenHash(tokenHash) {
      const found = await rows.findOne({ tokenHash }, null, options).lean<PreRegistrationDocument>();
      return found === null ? undefined : { preRegistration: preRegistrationOf(found), passwordHash: found.passwordHash };
    },
    async latestWaiting(login, at) {
      const waiting = { ...whereLogin(login), confirmedAt: null, expiresAt: { $gt: at } };
      const found = await rows.findOne(waiting, null, options).sort({ createdAt: -1 }).lean<PreRegistrationDocument>();
      return found === null ? undefined : preRegistrationOf(found);
    },
    async replaceToken(id, tokenHash) {
      await rows.updateOne({ _id: id, confirmedAt: null }, { $set: { tokenHash } }, options);
    },
    async markConfirmed(id, at) {
      await rows.updateOne({ _id: id }, { $set: { confirmedAt: at } }, options);
    },
  };
}
