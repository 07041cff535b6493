import { findPages, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { RelationRepository } from '../../../use-cases/processes/ports.ts';
import { processOf } from './process-row.ts';
import type { ProcessRow } from './process-row.ts';
import type { RelationRow } from './relation-row.ts';
import { withReadableProcess } from './with-readable-process.ts';

interface JoinedRow extends RelationRow {
  readonly process: readonly ProcessRow[];
}

export function relationRepository(connection: Connection, session: ClientSession | undefined): RelationRepository {
  const relations = connection.model<JoinedRow>('Relation');
  return {
    async exists(one, other) {
      return (await relations.exists({ _id: idOf(one, other) }).session(session ?? null)) !== null;
    },
    async add({ processIds: [one, other], municipalityId, at }) {
      const rows = [[one, other], [other, one]].map(([processId = '', relatedId = '']) => ({ _id: idOf(processId, relatedId), processId, relatedId, municipalityId, at }));
      await relations.insertMany(rows, inSession(session));
    },
    async remove(one, other) {
      await relations.deleteMany({ _id: { $in: [idOf(one, other), idOf(other, one)] } }, inSession(session));
    },
    async pagesOf(requests, readable) {
      const through = withReadableProcess('relatedId', readable);
      const lists = requests.map(({ processId, page }) => ({ filter: { processId }, page, through }));
      const pages = await findPages(relations, lists, [['at', 1]]);
      return pages.map((page) => mapPage(page, ({ process: [process] }) => {
        if (process === undefined) throw new Error('A relation without its process');
        return processOf(process);
      }));
    },
  };
}

function idOf(processId: string, relatedId: string): string {
  return `${processId}:${relatedId}`;
}
