import { platformErrors } from '@guiche/kit/errors';
import { inSession } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import { placementId } from '../../../domain/processes/placement.ts';
import type { PlacementRepository } from '../../../use-cases/ports.ts';
import { placementOf } from './placement-row.ts';
import type { PlacementRow } from './placement-row.ts';

export function placementRepository(connection: Connection, session: ClientSession | undefined): PlacementRepository {
  const placements = connection.model<PlacementRow>('Placement');
  return {
    async save({ id, ...placement }) {
      if (placement.version === 1) {
        await placements.create([{ _id: id, ...placement }], inSession(session));
        return;
      }
      const before = { _id: id, version: placement.version - 1 };
      const { matchedCount } = await placements.replaceOne(before, placement, inSession(session));
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async find(processId, unitId) {
      const found = await placements.findOne({ _id: placementId(processId, unitId) }, null, inSession(session)).lean<PlacementRow>();
      return found === null ? undefined : placementOf(found);
    },
    async ofProcess(processId) {
      return (await placements.find({ processId }, null, inSession(session)).lean<PlacementRow[]>()).map(placementOf);
    },
  };
}
