import { randomUUID } from 'node:crypto';
import { fileIdFor } from '@guiche/kit/files';
import type { FileStore, StoredFile } from '@guiche/kit/files';
import { inSession, translateFault } from '@guiche/kit/mongo';
import type { ClientSession, Connection } from 'mongoose';
import type { DocumentFile } from '../../domain/documents/document.ts';
import { processErrors } from '../../domain/errors.ts';
import type { StagedFileRow } from '../mongo/documents/staged-file-row.ts';

/**
 * Files are stored before the transaction that refers to them, which may never come. Each one is noted first; the
 * transaction strikes the note, and what still has one after `leftoverMs` is removed when the next file is staged.
 */
export interface StagedFiles {
  stage(write: (fileId: string) => Promise<StoredFile>): Promise<StoredFile>;
  /** Throws `STAGED_FILE_LOST` when one was swept meanwhile. */
  keep(files: readonly DocumentFile[], session: ClientSession | undefined): Promise<void>;
  /** Notes files as leftovers again, to be removed later. */
  drop(files: readonly DocumentFile[], session: ClientSession | undefined): Promise<void>;
  sweep(): Promise<number>;
}

const sweptAtOnce = 20;

export function createStagedFiles(options: {
  connection: Connection;
  store: FileStore;
  now: () => Date;
  leftoverMs?: number;
}): StagedFiles {
  const { connection, store, now, leftoverMs = 60 * 60_000 } = options;
  const rows = connection.model<StagedFileRow>('StagedFile');

  const sweep = async (): Promise<number> => {
    const before = new Date(now().getTime() - leftoverMs);
    const leftovers = await rows.find({ stagedAt: { $lt: before } }).limit(sweptAtOnce).lean<StagedFileRow[]>();
    for (const { _id } of leftovers) {
      const { deletedCount } = await rows.deleteOne({ _id });
      if (deletedCount === 1) await store.remove(_id);
    }
    return leftovers.length;
  };

  return {
    async stage(write) {
      const _id = fileIdFor(randomUUID());
      try {
        await sweep();
        await rows.create({ _id, stagedAt: now() });
      } catch (error) {
        throw translateFault(error);
      }
      return write(_id);
    },

    async keep(files, session) {
      const ids = files.map(({ id }) => id);
      const { deletedCount } = await rows.deleteMany({ _id: { $in: ids } }, inSession(session));
      if (deletedCount !== ids.length) throw processErrors.STAGED_FILE_LOST();
    },

    async drop(files, session) {
      if (files.length > 0) await rows.insertMany(files.map(({ id }) => ({ _id: id, stagedAt: now() })), inSession(session));
    },

    sweep,
  };
}
