import { findPages, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { MovementRepository } from '../../../use-cases/processes/ports.ts';
import { movementOf } from './movement-row.ts';
import type { MovementRow } from './movement-row.ts';

export function movementRepository(connection: Connection, session: ClientSession | undefined): MovementRepository {
  const movements = connection.model<MovementRow>('Movement');
  return {
    async append(added) {
      await movements.insertMany(added.map(({ id, ...movement }) => ({ _id: id, ...movement })), inSession(session));
    },
    async pagesOf(requests) {
      const lists = requests.map(({ processId, page, kinds }) => ({
        filter: { processId, ...(kinds === undefined ? {} : { kind: { $in: kinds } }) },
        page,
      }));
      return (await findPages(movements, lists, [['at', 1]])).map((page) => mapPage(page, movementOf));
    },
  };
}
