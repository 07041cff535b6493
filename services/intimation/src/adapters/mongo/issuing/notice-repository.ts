import { platformErrors } from '@guiche/kit/errors';
import { findPage, findPages, inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection, QueryFilter } from 'mongoose';
import type { EarlierNotice } from '../../../domain/issuing/conflicts.ts';
import { issuingErrors } from '../../../domain/issuing/errors.ts';
import type { NoticeStatus } from '../../../domain/issuing/notice-status.ts';
import type { NoticeRepository, NoticesOfPerson } from '../../../use-cases/issuing/ports.ts';
import { noticeOf, noticeRowOf } from './notice-row.ts';
import type { NoticeRow } from './notice-row.ts';

/** Of what an act must not collide with, no more than it has to be told. */
const earlier = { number: 1, documentIds: 1, accessScope: 1, municipalityId: 1, unitId: 1, confidedTo: 1, 'recipient.recipientId': 1 };

export function noticeRepository(connection: Connection, session: ClientSession | undefined): NoticeRepository {
  const notices = connection.model<NoticeRow>('Notice');
  const bound = inSession(session);
  return {
    async insertAll(all) {
      try {
        await notices.insertMany(all.map(noticeRowOf), bound);
      } catch (error) {
        if (isDuplicateKey(error)) throw issuingErrors.DOCUMENT_ALREADY_INTIMATED({ conflicts: [] });
        throw error;
      }
    },
    async updateAll(all) {
      const writes = all.map((notice) => {
        const row = noticeRowOf(notice);
        return { replaceOne: { filter: { _id: row._id, version: row.version - 1 }, replacement: row } };
      });
      const { matchedCount } = await notices.bulkWrite(writes, bound);
      if (matchedCount !== all.length) throw platformErrors.STALE_VERSION();
    },
    async update(notice) {
      const { _id, ...row } = noticeRowOf(notice);
      const { matchedCount } = await notices.replaceOne({ _id, version: row.version - 1 }, row, bound);
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async endAll(intimationId, actState) {
      await notices.updateMany({ intimationId }, { $set: { actState, holds: false }, $inc: { version: 1 } }, bound);
    },
    async find(id) {
      const found = await notices.findById(id, null, bound).lean<NoticeRow>();
      return found === null ? undefined : noticeOf(found);
    },
    async findMany(ids) {
      return (await notices.find({ _id: { $in: ids } }, null, bound).lean<NoticeRow[]>()).map(noticeOf);
    },
    async ofIntimation(intimationId) {
      return (await notices.find({ intimationId }, null, bound).sort({ _id: 1 }).lean<NoticeRow[]>()).map(noticeOf);
    },
    async withDocuments(recipientIds, documentIds) {
      const filter = { holds: true, 'recipient.recipientId': { $in: recipientIds }, documentIds: { $in: documentIds } };
      return (await notices.find(filter, earlier, bound).lean<NoticeRow[]>()).map(earlierOf);
    },
    async inProcess(recipientIds, processId) {
      const filter = { holds: true, 'recipient.recipientId': { $in: recipientIds }, processId };
      return (await notices.find(filter, earlier, bound).lean<NoticeRow[]>()).map(earlierOf);
    },
    async pagesOfIntimations(requests) {
      const lists = requests.map(({ intimationId, status, page }) => ({
        filter: { intimationId, ...(status === undefined ? {} : { status }) },
        page,
      }));
      return (await findPages(notices, lists, [['intimationId', 1]])).map((page) => mapPage(page, noticeOf));
    },
    async countsOfIntimations(ids) {
      const rows = await notices.aggregate<{ _id: { intimationId: string; status: NoticeStatus }; count: number }>([
        { $match: { intimationId: { $in: [...ids] } } },
        { $group: { _id: { intimationId: '$intimationId', status: '$status' }, count: { $sum: 1 } } },
      ]);
      return ids.map((id) => rows.filter(({ _id }) => _id.intimationId === id).map(({ _id, count }) => ({ status: _id.status, count })));
    },
    async pageOfPerson(filter, page) {
      return mapPage(await findPage(notices, issuedTo(filter), [['issuedAt', -1]], page), noticeOf);
    },
    async countByStatusOfPerson(filter) {
      const rows = await notices.aggregate<{ _id: NoticeStatus; count: number }>([
        { $match: issuedTo(filter) },
        { $group: { _id: '$status', count: { $sum: 1 } } },
      ]);
      return rows.map(({ _id, count }) => ({ status: _id, count }));
    },
  };
}

function issuedTo({ personId, municipalityId, status }: NoticesOfPerson): QueryFilter<NoticeRow> {
  return {
    'representatives.personId': personId,
    actState: 'ISSUED',
    ...(municipalityId === undefined ? {} : { municipalityId }),
    ...(status === undefined ? {} : { status }),
  };
}

function earlierOf({ number, documentIds, accessScope, municipalityId, unitId, confidedTo, recipient }: NoticeRow): EarlierNotice {
  return { number, documentIds, accessScope, municipalityId, unitId, confidedTo, recipientId: recipient.recipientId };
}
