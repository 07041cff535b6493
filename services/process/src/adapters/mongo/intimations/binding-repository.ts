import { platformErrors } from '@guiche/kit/errors';
import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { BindingRepository } from '../../../use-cases/intimations/ports.ts';
import { replaceVersions } from '../replace-versions.ts';
import { bindingOf } from './binding-row.ts';
import type { BindingRow } from './binding-row.ts';

export function bindingRepository(connection: Connection, session: ClientSession | undefined): BindingRepository {
  const bindings = connection.model<BindingRow>('IntimationBinding');
  return {
    async insert({ id, ...binding }) {
      await bindings.create([{ _id: id, ...binding }], inSession(session));
    },
    async update({ id, ...binding }) {
      const { matchedCount } = await bindings.replaceOne({ _id: id, version: binding.version - 1 }, binding, inSession(session));
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async updateMany(changed) {
      await replaceVersions({ connection, collection: 'intimation_bindings' }, changed, session);
    },
    async findMany(ids) {
      if (ids.length === 0) return [];
      return (await bindings.find({ _id: { $in: [...ids] } }, null, inSession(session)).lean<BindingRow[]>()).map(bindingOf);
    },
  };
}
