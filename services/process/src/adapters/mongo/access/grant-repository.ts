import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { GrantRepository } from '../../../use-cases/ports.ts';
import { grantOf } from './grant-row.ts';
import type { GrantRow } from './grant-row.ts';

export function grantRepository(connection: Connection, session: ClientSession | undefined): GrantRepository {
  const grants = connection.model<GrantRow>('Grant');
  return {
    async insert({ id, ...grant }) {
      await grants.create([{ _id: id, ...grant }], inSession(session));
    },
    async update({ id, ...grant }) {
      await grants.replaceOne({ _id: id }, grant, inSession(session));
    },
    async findMany(ids) {
      return (await grants.find({ _id: { $in: ids } }).lean<GrantRow[]>()).map(grantOf);
    },
    async activeOf(personId, processIds) {
      const filter = { personId, state: 'ACTIVE', processId: { $in: processIds } } as const;
      return (await grants.find(filter, null, inSession(session)).lean<GrantRow[]>()).map(grantOf);
    },
    async pageOf(owner, page) {
      return mapPage(await findPage(grants, { ...owner, state: 'ACTIVE' }, [['releasedAt', -1]], page), grantOf);
    },
    async ofProcess(processId) {
      return (await grants.find({ processId }, null, inSession(session)).lean<GrantRow[]>()).map(grantOf);
    },
  };
}
