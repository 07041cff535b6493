import { platformErrors } from '@guiche/kit/errors';
import { findPages, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { DocumentRepository } from '../../../use-cases/ports.ts';
import { documentOf } from './document-row.ts';
import type { DocumentRow } from './document-row.ts';
import { reachFilter } from './reach-filter.ts';

export function documentRepository(connection: Connection, session: ClientSession | undefined): DocumentRepository {
  const documents = connection.model<DocumentRow>('Document');
  return {
    async insertMany(added) {
      await documents.insertMany(added.map(({ id, ...document }) => ({ _id: id, ...document })), inSession(session));
    },
    async update({ id, ...document }) {
      const before = { _id: id, version: document.version - 1 };
      const { matchedCount } = await documents.replaceOne(before, document, inSession(session));
      if (matchedCount === 0) throw platformErrors.STALE_VERSION();
    },
    async findMany(ids) {
      if (ids.length === 0) return [];
      return (await documents.find({ _id: { $in: ids } }, null, inSession(session)).lean<DocumentRow[]>()).map(documentOf);
    },
    async findByVerificationCode(code) {
      const found = await documents.findOne({ 'verification.code': code }).lean<DocumentRow>();
      return found === null ? undefined : documentOf(found);
    },
    async pagesOf(requests) {
      const lists = requests.map(({ processId, reach, page }) => ({ filter: { processId, ...reachFilter(reach) }, page }));
      return (await findPages(documents, lists, [['sequence', 1]])).map((page) => mapPage(page, documentOf));
    },
    countDrafts: (processId) => documents.countDocuments({ processId, state: 'DRAFT' }, inSession(session)),
    async levelsOf(processId) {
      return documents.distinct('accessLevel', { processId, state: { $ne: 'CANCELLED' } }, inSession(session));
    },
    count: (processId, reach) => documents.countDocuments({ processId, ...reachFilter(reach) }),
  };
}
