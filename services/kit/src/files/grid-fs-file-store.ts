import mongoose from 'mongoose';
import type { Connection, mongo } from 'mongoose';
import { translateFault } from '../mongo/index.ts';
import { createInspector } from './create-inspector.ts';
import { fileErrors } from './file-errors.ts';
import type { FileStore, StoredFile } from './file-store.ts';
import type { MediaType } from './media-type.ts';

type Metadata = Pick<StoredFile, 'sha256' | 'mediaType'>;

const chunkSizeBytes = 1024 * 1024;
const idPattern = /^[0-9a-f]{24}$/;

/** Files in GridFS, in the service's own database; at most one chunk of 1 MiB of each is in memory. */
export function gridFsFileStore(connection: Connection, options: { bucket?: string } = {}): FileStore {
  const bucketName = options.bucket ?? 'fs';
  const chunks = connection.collection<{ files_id: mongo.ObjectId }>(`${bucketName}.chunks`);
  const files = connection.collection<mongo.GridFSFile>(`${bucketName}.files`);
  let bucket: mongo.GridFSBucket | undefined;

  const openBucket = async (): Promise<mongo.GridFSBucket> => {
    const { db } = await connection.asPromise();
    if (db === undefined) throw new Error('The connection has no database');
    bucket ??= new mongoose.mongo.GridFSBucket(db, {
      bucketName,
      chunkSizeBytes,
      writeConcern: { w: 'majority', journal: true },
    });
    return bucket;
  };

  const removeAll = async (id: mongo.ObjectId): Promise<void> => {
    await files.deleteOne({ _id: id });
    await chunks.deleteMany({ files_id: id });
  };

  const store: FileStore = {
    async write(source, request) {
      const inspector = createInspector(request);
      const id = request.id === undefined ? new mongoose.mongo.ObjectId() : objectId(request.id);
      if (id === undefined) throw new Error('A file id has 24 hexadecimal digits');
      try {
        const target = await openBucket();
        if (request.id !== undefined) await removeAll(id);
        const upload = target.openUploadStreamWithId(id, request.fileName);
        upload.on('error', () => undefined); // each failure reaches us through the callback of its own write
        for await (const chunk of source) await pass(upload, await inspector.take(chunk));
        const { rest, facts } = await inspector.finish();
        await pass(upload, rest);
        const metadata: Metadata = { sha256: facts.sha256, mediaType: facts.mediaType };
        upload.options.metadata = metadata; // read by the driver only now, with the last chunk
        await end(upload);
        return { id: id.toHexString(), fileName: request.fileName, ...facts };
      } catch (error) {
        await removeAll(id).catch(() => undefined); // with the database away, the first error is the one to tell
        throw translateFault(error);
      }
    },

    async open(id, range) {
      const known = objectId(id);
      const file = await store.stat(id);
      if (known === undefined || file === undefined) throw fileErrors.FILE_NOT_FOUND();
      const part = range === undefined ? {} : { start: range.start, end: range.end + 1 };
      return (await openBucket()).openDownloadStream(known, part);
    },

    async stat(id) {
      const known = objectId(id);
      if (known === undefined) return undefined;
      try {
        const row = await files.findOne({ _id: known });
        return row === null ? undefined : storedFile(row);
      } catch (error) {
        throw translateFault(error);
      }
    },

    async remove(id) {
      const known = objectId(id);
      if (known !== undefined) await removeAll(known);
    },
  };
  return store;
}

function objectId(id: string): mongo.ObjectId | undefined {
  return idPattern.test(id) ? new mongoose.mongo.ObjectId(id) : undefined;
}

function storedFile(row: mongo.GridFSFile): StoredFile {
  const { sha256, mediaType } = row.metadata as unknown as { sha256: string; mediaType: MediaType };
  return { id: row._id.toHexString(), fileName: row.filename, size: row.length, sha256, mediaType };
}

function pass(upload: mongo.GridFSBucketWriteStream, bytes: Uint8Array): Promise<void> {
  if (bytes.length === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    upload.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

function end(upload: mongo.GridFSBucketWriteStream): Promise<void> {
  return new Promise((resolve, reject) => {
    upload.once('error', reject);
    upload.end(() => resolve());
  });
}
