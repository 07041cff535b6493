import { findPage } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { Connection } from 'mongoose';
import type { AccessPorts } from '../../../use-cases/access/ports.ts';
import type { ReadLogRow } from './read-log-row.ts';

export function readLogRepository(connection: Connection): AccessPorts['readLog'] {
  const rows = connection.model<ReadLogRow>('ReadLog');
  return {
    page: async (processId, page) => mapPage(await findPage(rows, { processId }, [['at', -1]], page), ({ _id, ...entry }) => ({ id: _id, ...entry })),
  };
}
