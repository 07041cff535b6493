import { platformErrors } from '@guiche/kit/errors';
import { findPage, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { ExportState } from '../../../domain/exports/requested-export.ts';
import type { ExportRepository } from '../../../use-cases/exports/ports.ts';
import { exportOf } from './export-row.ts';
import type { ExportItemsRow, ExportRow } from './export-row.ts';

const itemsPerRow = 200;
const unfinished: readonly ExportState[] = ['WAITING', 'RUNNING'];

export function exportRepository(connection: Connection, session: ClientSession | undefined): ExportRepository {
  const exports = connection.model<ExportRow>('Export');
  const lists = connection.model<ExportItemsRow>('ExportItems');
  return {
    async insert({ id, ...requested }, items) {
      await exports.create([{ _id: id, ...requested }], inSession(session));
      const starts = Array.from({ length: Math.ceil(items.length / itemsPerRow) }, (_, index) => index * itemsPerRow);
      const rows = starts.map((from) => ({ _id: `${id}:${String(from)}`, exportId: id, from, items: items.slice(from, from + itemsPerRow) }));
      await lists.insertMany(rows, inSession(session));
    },
    async update({ id, ...requested }) {
      const { matchedCount } = await exports.updateOne({ _id: id, version: requested.version - 1 }, { $set: requested }, inSession(session));
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async noteProgress(id, done) {
      await exports.updateOne({ _id: id, state: { $in: unfinished } }, { $set: { state: 'RUNNING', done } });
    },
    async noteFailure(id) {
      const after = await exports.findOneAndUpdate({ _id: id }, { $inc: { failures: 1 } }, { returnDocument: 'after' }).lean<ExportRow>();
      return after?.failures ?? 0;
    },
    async findMany(ids) {
      return (await exports.find({ _id: { $in: ids } }, null, inSession(session)).lean<ExportRow[]>()).map(exportOf);
    },
    async pageOf({ now, ...filter }, page) {
      return mapPage(await findPage(exports, { ...filter, expiresAt: { $gt: now } }, [['requestedAt', -1]], page), exportOf);
    },
    async countOf({ owner, now }) {
      const kept = { owner, expiresAt: { $gt: now } };
      return {
        unfinished: await exports.countDocuments({ ...kept, state: { $in: unfinished } }),
        kept: await exports.countDocuments({ ...kept, state: { $ne: 'FAILED' } }),
      };
    },
    async *items(id, from) {
      const first = Math.floor(from / itemsPerRow) * itemsPerRow;
      for await (const row of lists.find({ exportId: id, from: { $gte: first } }).sort({ from: 1 }).lean<ExportItemsRow[]>().cursor()) {
        const rest = row.items.slice(Math.max(0, from - row.from));
        if (rest.length > 0) yield rest;
      }
    },
    async includedIn(ids) {
      const rows = await lists.find({ exportId: { $in: ids } }).lean<ExportItemsRow[]>();
      return rows.map(({ exportId, items }) => ({
        exportId,
        documentIds: items.flatMap(({ documentId, withheld }) => (withheld === null ? [documentId] : [])),
      }));
    },
    async nextWaiting() {
      const next = await exports.findOne({ state: 'WAITING' }, { _id: 1 }, inSession(session)).sort({ requestedAt: 1 }).lean<{ _id: string }>();
      return next?._id;
    },
    async remove(id) {
      await exports.deleteOne({ _id: id }, inSession(session));
      await lists.deleteMany({ exportId: id }, inSession(session));
    },
  };
}
