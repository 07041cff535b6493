import { platformErrors } from '@guiche/kit/errors';
import { findPages, inSession, isDuplicateKey, listReader } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { GatheredReads } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import { processErrors } from '../../../domain/errors.ts';
import type { ProcessRepository } from '../../../use-cases/processes/ports.ts';
import { readTurns } from '../read-turns.ts';
import { replaceVersions } from '../replace-versions.ts';
import { processOf } from './process-row.ts';
import { readableFilter } from './readable-filter.ts';
import type { ProcessRow } from './process-row.ts';

export function processRepository(connection: Connection, session: ClientSession | undefined, reads?: GatheredReads): ProcessRepository {
  const processes = connection.model<ProcessRow>('Process');
  const lists = listReader(processes, { session, reads, turn: readTurns.processes });
  return {
    async insert({ id, ...process }) {
      try {
        await processes.create([{ _id: id, ...process }], inSession(session));
      } catch (error) {
        if (isDuplicateKey(error, 'number')) throw processErrors.PROCESS_NUMBER_TAKEN();
        throw error;
      }
    },
    async update({ id, ...process }) {
      const before = { _id: id, version: process.version - 1 };
      const { matchedCount } = await processes.replaceOne(before, process, inSession(session));
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async updateMany(changed) {
      await replaceVersions({ connection, collection: 'processes' }, changed, session);
    },
    async findMany(ids) {
      if (ids.length === 0) return [];
      return (await lists.all({ _id: { $in: [...ids] } })).map(processOf);
    },
    async pageOfOwn({ ids, interestedPartyId, municipalityId }, page) {
      const filter = {
        state: { $ne: 'CANCELLED' as const },
        ...(municipalityId === undefined ? {} : { municipalityId }),
        ...(ids === undefined ? {} : { _id: { $in: ids } }),
        // A secret process is read by grants alone, never as a party.
        ...(interestedPartyId === undefined ? {} : { interestedPartyIds: interestedPartyId, globalLevel: { $ne: 'SECRET' as const } }),
      };
      return mapPage(await lists.page({ filter, page }, [['openedAt', -1]]), processOf);
    },
    async annexPagesOf(requests, readable) {
      const lists = requests.map(({ processId, page }) => ({ filter: { annexedToId: processId, ...readableFilter(readable) }, page }));
      return (await findPages(processes, lists, [['openedAt', 1]])).map((page) => mapPage(page, processOf));
    },
    async showAnnexesOf(processId, number) {
      await processes.updateMany({ annexedToId: processId }, { $addToSet: { shownByIntimations: number }, $inc: { version: 1 } }, inSession(session));
    },
    async hideAnnexesOf(processId, number) {
      await processes.updateMany({ annexedToId: processId }, { $pull: { shownByIntimations: number }, $inc: { version: 1 } }, inSession(session));
    },
    async findByNumberKeys(municipalityId, numberKeys) {
      if (numberKeys.length === 0) return [];
      const found = processes.find({ municipalityId, numberKey: { $in: numberKeys } }, null, inSession(session));
      return (await found.sort({ numberKey: 1 }).lean<ProcessRow[]>()).map(processOf);
    },
    async findByNumberKey(municipalityId, numberKey) {
      const found = await processes.findOne({ municipalityId, numberKey }, null, inSession(session)).lean<ProcessRow>();
      return found === null ? undefined : processOf(found);
    },
  };
}
