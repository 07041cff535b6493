import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { ExternalUsers } from '../../../use-cases/signatures/ports.ts';
import type { ExternalUserRow } from './external-user-row.ts';

export function externalUserRepository(connection: Connection, session: ClientSession | undefined): ExternalUsers {
  const users = connection.model<ExternalUserRow>('ExternalUser');
  const idOf = (municipalityId: string, personId: string): string => `${municipalityId}/${personId}`;
  return {
    async isReleased(municipalityId, personId) {
      const found = await users.findById(idOf(municipalityId, personId), null, inSession(session)).lean<ExternalUserRow>();
      return found?.released === true;
    },
    async note(municipalityId, personId, released) {
      await users.updateOne({ _id: idOf(municipalityId, personId) }, { $set: { released } }, { upsert: true, ...inSession(session) });
    },
  };
}
