import { platformErrors } from '@guiche/kit/errors';
import { findPage, findPages, inSession } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection, QueryFilter } from 'mongoose';
import type { SignatureRequestState } from '../../../domain/signatures/signature-request.ts';
import type { DocumentPage, DocumentRepository } from '../../../use-cases/documents/ports.ts';
import { lockable } from '../../../domain/documents/locking.ts';
import { documentFilter } from './document-filter.ts';
import { documentOf } from './document-row.ts';
import type { DocumentRow } from './document-row.ts';
import { replaceVersions } from '../replace-versions.ts';
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
    async updateMany(changed) {
      await replaceVersions({ connection, collection: 'documents' }, changed, session);
    },
    async idsSubmittedBy(processId, personId) {
      const found = await documents.find({ processId, submittedBy: personId }, { _id: 1 }, inSession(session)).lean<Pick<DocumentRow, '_id'>[]>();
      return found.map(({ _id }) => _id);
    },
    async findMany(ids) {
      if (ids.length === 0) return [];
      return (await documents.find({ _id: { $in: ids } }, null, inSession(session)).lean<DocumentRow[]>()).map(documentOf);
    },
    async findByVerificationCode(code) {
      const printed = [{ 'verification.code': code }, { 'voidedSignatures.verification.code': code }];
      const found = await documents.findOne({ $or: printed }).lean<DocumentRow>();
      return found === null ? undefined : documentOf(found);
    },
    async findByNumber(municipalityId, sequence) {
      const found = await documents.findOne({ municipalityId, sequence }).lean<DocumentRow>();
      return found === null ? undefined : documentOf(found);
    },
    async pageAsked({ signer, municipalityId, openOnly }, page) {
      const states: SignatureRequestState[] = ['REQUESTED', 'VIEWED'];
      const asked = { signerKind: signer.kind, signerId: signer.id, ...(openOnly ? { state: { $in: states } } : {}) };
      const filter: QueryFilter<DocumentRow> = {
        'signatureRequests.signerId': signer.id,
        signatureRequests: { $elemMatch: asked },
        ...(municipalityId === undefined ? {} : { municipalityId }),
      };
      return mapPage(await findPage(documents, filter, [['signatureRequestedAt', -1]], page), documentOf);
    },
    async pagesOf(requests) {
      const pagesIn = async (asked: readonly DocumentPage[], direction: 1 | -1) => {
        const lists = asked.map(({ processId, reach, page, filter = {} }) => ({ filter: { processId, ...documentFilter(filter), $and: [reachFilter(reach)] }, page }));
        return (await findPages(documents, lists, [['sequence', direction]])).map((page) => mapPage(page, documentOf));
      };
      const backwards = requests.filter(({ newestFirst }) => newestFirst === true);
      const forwards = requests.filter(({ newestFirst }) => newestFirst !== true);
      const [older, newer] = [await pagesIn(forwards, 1), await pagesIn(backwards, -1)];
      return requests.flatMap((request) => older[forwards.indexOf(request)] ?? newer[backwards.indexOf(request)] ?? []);
    },
    async lockIssued(processId, receivingUnitId) {
      const issued = { processId, state: { $in: lockable }, unitId: { $nin: [receivingUnitId, null] } };
      await documents.updateMany(issued, { $set: { state: 'LOCKED' }, $inc: { version: 1 } }, inSession(session));
    },
    countDrafts: (processId) => documents.countDocuments({ processId, state: 'DRAFT' }, inSession(session)),
    async levelsOf(processId) {
      return documents.distinct('accessLevel', { processId, state: { $ne: 'CANCELLED' } }, inSession(session));
    },
    count: (processId, reach, filter = {}) => documents.countDocuments({ processId, ...documentFilter(filter), $and: [reachFilter(reach)] }),
  };
}
