import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { NoticeRepository } from '../../../use-cases/intimations/ports.ts';
import { replaceVersions } from '../replace-versions.ts';
import { noticeOf } from './notice-row.ts';
import type { NoticeRow } from './notice-row.ts';

export function noticeRepository(connection: Connection, session: ClientSession | undefined): NoticeRepository {
  const notices = connection.model<NoticeRow>('IntimationNotice');
  return {
    async insertMany(added) {
      await notices.insertMany(added.map(({ id, ...notice }) => ({ _id: id, ...notice })), inSession(session));
    },
    async updateMany(changed) {
      await replaceVersions({ connection, collection: 'intimation_notices' }, changed, session);
    },
    async findMany(ids) {
      if (ids.length === 0) return [];
      return (await notices.find({ _id: { $in: [...ids] } }, null, inSession(session)).lean<NoticeRow[]>()).map(noticeOf);
    },
    async ofIntimation(intimationId) {
      return (await notices.find({ intimationId }, null, inSession(session)).lean<NoticeRow[]>()).map(noticeOf);
    },
  };
}
