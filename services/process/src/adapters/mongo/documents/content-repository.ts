import { platformErrors } from '@guiche/kit/errors';
import { findPages, inSession, isDuplicateKey } from '@guiche/kit/mongo';
import { mapPage } from '@guiche/kit/use-case';
import type { ClientSession, Connection } from 'mongoose';
import type { WrittenContent } from '../../../domain/documents/written-content.ts';
import type { ContentRepository, VersionOf } from '../../../use-cases/documents/ports.ts';
import type { DocumentContentRow } from './document-content-row.ts';

export function contentRepository(connection: Connection, session: ClientSession | undefined): ContentRepository {
  const contents = connection.model<DocumentContentRow>('DocumentContent');
  return {
    async add(content) {
      try {
        await contents.create([{ _id: keyOf(content), ...content }], inSession(session));
      } catch (error) {
        if (isDuplicateKey(error, '_id')) throw platformErrors.STALE_VERSION();
        throw error;
      }
    },
    async addMany(added) {
      if (added.length > 0) await contents.insertMany(added.map((content) => ({ _id: keyOf(content), ...content })), inSession(session));
    },
    async currentOf(documentIds) {
      if (documentIds.length === 0) return [];
      const newest = contents
        .aggregate<{ current: DocumentContentRow }>([
          { $match: { documentId: { $in: [...documentIds] } } },
          { $sort: { documentId: 1, version: -1 } },
          { $group: { _id: '$documentId', id: { $first: '$_id' } } },
          { $lookup: { from: contents.collection.collectionName, localField: 'id', foreignField: '_id', as: 'current' } },
          { $unwind: '$current' },
        ])
        .session(session ?? null);
      return (await newest).map(({ current }) => contentOf(current));
    },
    async find(versions) {
      if (versions.length === 0) return [];
      return (await contents.find({ _id: { $in: versions.map(keyOf) } }, null, inSession(session)).lean<DocumentContentRow[]>()).map(contentOf);
    },
    async pagesOf(requests) {
      const lists = requests.map(({ documentId, page }) => ({ filter: { documentId }, page }));
      return (await findPages(contents, lists, [['version', -1]])).map((page) => mapPage(page, withoutText));
    },
  };
}

function keyOf({ documentId, version }: VersionOf): string {
  return `${documentId}:${String(version)}`;
}

function contentOf({ _id, ...content }: DocumentContentRow): WrittenContent {
  return content;
}

function withoutText({ _id, html, ...version }: DocumentContentRow) {
  return version;
}
