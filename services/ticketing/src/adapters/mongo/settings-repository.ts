import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import { defaultAutoCloseDays } from '../../domain/auto-close.ts';
import type { SettingsRepository } from '../../use-cases/ports.ts';
import type { SettingsDocument } from './settings-document.ts';

export function settingsRepository(connection: Connection, session: ClientSession | undefined): SettingsRepository {
  const settings = connection.model<SettingsDocument>('TicketSettings');
  return {
    async of(municipalityId) {
      const found = await settings.findById(municipalityId, null, inSession(session)).lean<SettingsDocument>();
      return { municipalityId, autoCloseDays: found === null ? defaultAutoCloseDays : found.autoCloseDays };
    },
    async save({ municipalityId, autoCloseDays }) {
      await settings.updateOne({ _id: municipalityId }, { $set: { autoCloseDays } }, { upsert: true, ...inSession(session) });
    },
  };
}
