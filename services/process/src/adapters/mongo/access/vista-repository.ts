import { platformErrors } from '@guiche/kit/errors';
import { findPages, inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import { processErrors } from '../../../domain/errors.ts';
import type { AccessPorts, VistaRepository } from '../../../use-cases/access/ports.ts';
import { withReadableProcess } from '../processes/with-readable-process.ts';
import { vistaOf } from './vista-row.ts';
import type { VistaRow, VistaSettingRow } from './vista-row.ts';

/** A request with the process that it was judged on. */
interface JoinedRow extends VistaRow {
  readonly process?: unknown;
}

export function vistaRepository(connection: Connection, session: ClientSession | undefined): VistaRepository {
  const requests = connection.model<VistaRow>('VistaRequest');
  return {
    async insert({ id, ...request }) {
      try {
        await requests.create([{ _id: id, ...request }], inSession(session));
      } catch (error) {
        if (isDuplicateKey(error, 'open')) throw processErrors.VISTA_ALREADY_REQUESTED();
        throw error;
      }
    },
    async update({ id, ...request }) {
      const { matchedCount } = await requests.replaceOne({ _id: id, version: request.version - 1 }, request, inSession(session));
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async findMany(ids) {
      if (ids.length === 0) return [];
      return (await requests.find({ _id: { $in: ids } }, null, inSession(session)).lean<VistaRow[]>()).map(vistaOf);
    },
    async page(filter, page, readable) {
      const through = readable === undefined ? {} : { through: withReadableProcess('processId', readable) };
      const [found] = await findPages(connection.model<JoinedRow>('VistaRequest'), [{ filter, page, ...through }], [['requestedAt', -1]]);
      if (found === undefined) throw new Error('A page was asked for');
      return mapPage(found, ({ process: _process, ...row }) => vistaOf(row));
    },
  };
}

export function vistaSettings(connection: Connection, session: ClientSession | undefined): AccessPorts['vistaSettings'] {
  const settings = connection.model<VistaSettingRow>('VistaSetting');
  return {
    async find(municipalityId) {
      return (await settings.findById(municipalityId, null, inSession(session)).lean<VistaSettingRow>())?.reminderDays;
    },
    async save(municipalityId, reminderDays) {
      await settings.replaceOne({ _id: municipalityId }, { reminderDays }, { upsert: true, ...inSession(session) });
    },
  };
}
