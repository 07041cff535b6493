import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { ReportExportState } from '../../../domain/reports/report-export.ts';
import type { ReportExportRepository } from '../../../use-cases/reports/ports.ts';
import { reportExportOf } from './report-export-row.ts';
import type { ReportExportRow } from './report-export-row.ts';

const unfinished: readonly ReportExportState[] = ['WAITING', 'RUNNING'];

export function reportExportRepository(connection: Connection, session: ClientSession | undefined): ReportExportRepository {
  const exports = connection.model<ReportExportRow>('ReportExport');
  const bound = inSession(session);
  return {
    async insert({ id, ...requested }) {
      await exports.create([{ _id: id, ...requested }], bound);
    },
    async update({ id, ...requested }) {
      const { matchedCount } = await exports.updateOne({ _id: id, version: requested.version - 1 }, { $set: requested }, bound);
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async find(id) {
      const found = await exports.findById(id, null, bound).lean<ReportExportRow>();
      return found === null ? undefined : reportExportOf(found);
    },
    async noteProgress(id, done) {
      await exports.updateOne({ _id: id, state: { $in: unfinished } }, { $set: { state: 'RUNNING', done } });
    },
    async noteAttempt(id, fileId) {
      const before = await exports.findOneAndUpdate({ _id: id }, { $set: { attemptFileId: fileId, done: 0 } }, { returnDocument: 'before' }).lean<ReportExportRow>();
      return before?.attemptFileId ?? null;
    },
    async noteFailure(id) {
      const after = await exports.findOneAndUpdate({ _id: id }, { $inc: { failures: 1 } }, { returnDocument: 'after' }).lean<ReportExportRow>();
      return after?.failures ?? 0;
    },
    async page({ now, ...filter }, page) {
      return mapPage(await findPage(exports, { ...filter, expiresAt: { $gt: now } }, [['requestedAt', -1]], page), reportExportOf);
    },
    async countOf({ owner, now }) {
      const kept = { owner, expiresAt: { $gt: now } };
      return {
        unfinished: await exports.countDocuments({ ...kept, state: { $in: unfinished } }),
        kept: await exports.countDocuments({ ...kept, state: { $ne: 'FAILED' } }),
      };
    },
    async filesOf(id) {
      const row = await exports.findById(id).lean<ReportExportRow>();
      return [...new Set([row?.file?.id, row?.attemptFileId].filter((fileId) => fileId !== undefined))];
    },
    async remove(id) {
      await exports.deleteOne({ _id: id }, bound);
    },
  };
}
