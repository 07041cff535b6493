import type { ClientSession, Connection } from 'mongoose';
import { v7 as uuid } from 'uuid';
import type { HttpRoute } from '../lifecycle/index.ts';
import { translateFault } from '../mongo/index.ts';
import { fileErrors } from './file-errors.ts';
import { isFileName } from './file-name.ts';
import type { FileStore, StoredFile } from './file-store.ts';
import type { MediaType } from './media-type.ts';
import { signPath } from './signed-path.ts';
import type { UploadRow } from './upload-row.ts';
import { uploadRoute } from './upload-route.ts';

/** What somebody announces to send. `mediaType` is compared with the content. */
export interface NewUpload {
  readonly owner: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: string;
  /** 20 MB unless told. */
  readonly limitBytes?: number;
  /** PDF, PNG and JPEG unless told. */
  readonly accept?: readonly MediaType[];
  /** Give one decided before the transaction, when a rerun must write the same row. */
  readonly id?: string;
}

/** Where to PUT the bytes, and until when. */
export interface UploadTicket {
  readonly uploadId: string;
  readonly url: string;
  readonly expiresAt: Date;
}

/** A received file that now belongs to a command's effect. */
export interface ClaimedFile extends StoredFile {
  readonly uploadId: string;
}

/** Files on their way in: announced, sent by PUT, used once by a command. */
export interface Uploads {
  /**
   * Announces an upload, in the session's transaction when one is given. Throws `FILE_NAME_INVALID`, `FILE_EMPTY`,
   * `FILE_TOO_LARGE`, `FILE_HASH_INVALID`, `FILE_TYPE_NOT_ACCEPTED`.
   */
  create(upload: NewUpload, session?: ClientSession): Promise<UploadTicket>;
  /** Looks at received files before a command takes them, in the order of the ids. Throws what `claim` throws. */
  look(uploadIds: readonly string[], owner: string): Promise<ClaimedFile[]>;
  /**
   * Takes received files for `usedFor` in the session's transaction, in the order of the ids. Throws
   * `UPLOAD_NOT_FOUND` (also for another owner's), `UPLOAD_INCOMPLETE`, `UPLOAD_ALREADY_USED`, `UPLOAD_EXPIRED`,
   * each with `uploadId` in its details.
   */
  claim(session: ClientSession, uploadIds: readonly string[], owner: string, usedFor: string): Promise<ClaimedFile[]>;
  /** Ends uploads that nobody finished or used in time and removes their bytes; answers how many. */
  sweep(): Promise<number>;
  /** `PUT /files/uploads/:id` */
  readonly route: HttpRoute;
  /** Builds the collection and its indexes; called before serving. */
  prepare(): Promise<void>;
}

const defaultLimitBytes = 20 * 1024 * 1024;
const usualTypes: readonly MediaType[] = ['application/pdf', 'image/png', 'image/jpeg'];
const dayMs = 24 * 60 * 60_000;
const keptSeconds = 30 * 24 * 60 * 60;
const sweptAtOnce = 100;

/**
 * `publicPath` is what stands for `/files` outside, for example `https://city.example/files/ticketing`. An address
 * works for `linkMs` (10 min); what was received may be used for `usableMs` (24 h).
 */
export function createUploads(options: {
  connection: Connection;
  store: FileStore;
  key: Buffer;
  publicPath: string;
  now: () => Date;
  linkMs?: number;
  usableMs?: number;
}): Uploads {
  const { connection, store, key, publicPath, now, linkMs = 10 * 60_000, usableMs = dayMs } = options;
  const rows = connection.collection<UploadRow>('uploads');

  const received = (row: UploadRow | null, uploadId: string): ClaimedFile => {
    const refusal = refusalOf(row, now());
    if (row === null || row.fileId === null || refusal !== undefined) throw (refusal ?? fileErrors.UPLOAD_NOT_FOUND)({ uploadId });
    const { fileId: id, fileName, size, sha256, mediaType } = row;
    return { uploadId, id, fileName, size, sha256, mediaType };
  };

  const claimOne = async (session: ClientSession, _id: string, owner: string, usedFor: string): Promise<ClaimedFile> => {
    const file = received(await rows.findOne({ _id, owner }, { session }), _id);
    const use = { $set: { state: 'used' as const, usedFor }, $currentDate: { endedAt: true } } as const;
    await rows.updateOne({ _id, state: 'received' }, use, { session });
    return file;
  };

  return {
    async create(upload, session) {
      refuseWrong(upload);
      const uploadId = upload.id ?? uuid();
      const { owner, fileName, size, sha256 } = upload;
      const expiresAt = new Date(now().getTime() + linkMs);
      const row: UploadRow = {
        _id: uploadId,
        owner,
        fileName,
        size,
        sha256,
        mediaType: upload.mediaType as MediaType,
        state: 'waiting',
        attemptFileId: null,
        fileId: null,
        usedFor: null,
        expiresAt,
        endedAt: null,
      };
      if (session === undefined) await rows.insertOne(row).catch(refuseFault);
      else await rows.insertOne(row, { session }); // the driver must see its own errors to rerun the transaction
      const path = signPath(key, { path: `/files/uploads/${uploadId}`, method: 'PUT', audience: owner, expiresAt });
      return { uploadId, url: `${publicPath}${path.slice('/files'.length)}`, expiresAt };
    },

    async look(uploadIds, owner) {
      const found = await rows.find({ _id: { $in: [...uploadIds] }, owner }).toArray().catch(refuseFault);
      return uploadIds.map((id) => received(found.find(({ _id }) => _id === id) ?? null, id));
    },

    async claim(session, uploadIds, owner, usedFor) {
      const claimed: ClaimedFile[] = [];
      for (const id of uploadIds) claimed.push(await claimOne(session, id, owner, usedFor));
      return claimed;
    },

    async sweep() {
      const late = { state: { $in: ['waiting' as const, 'received' as const] }, expiresAt: { $lte: now() } };
      const halfSwept = { state: 'expired' as const, $or: [{ fileId: { $ne: null } }, { attemptFileId: { $ne: null } }] };
      const found = await rows.find({ $or: [late, halfSwept] }).limit(sweptAtOnce).toArray();
      for (const { _id, state } of found) {
        const end = { $set: { state: 'expired' as const }, $currentDate: { endedAt: true } } as const;
        const ended = await rows.findOneAndUpdate({ _id, state }, end);
        if (ended === null) continue;
        for (const fileId of [ended.fileId, ended.attemptFileId]) if (fileId !== null) await store.remove(fileId);
        await rows.updateOne({ _id }, { $set: { fileId: null, attemptFileId: null } });
      }
      return found.length;
    },

    route: uploadRoute({ rows, store, key, now, usableMs }),

    async prepare() {
      await rows.createIndexes([
        { key: { state: 1, expiresAt: 1 } },
        { key: { endedAt: 1 }, expireAfterSeconds: keptSeconds },
      ]);
    },
  };
}

function refuseWrong({ fileName, size, sha256, mediaType, limitBytes = defaultLimitBytes, accept = usualTypes }: NewUpload): void {
  if (!isFileName(fileName)) throw fileErrors.FILE_NAME_INVALID();
  if (!Number.isSafeInteger(size) || size < 1) throw fileErrors.FILE_EMPTY();
  if (size > limitBytes) throw fileErrors.FILE_TOO_LARGE({ limitBytes });
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw fileErrors.FILE_HASH_INVALID();
  if (!accept.some((type) => type === mediaType)) {
    throw fileErrors.FILE_TYPE_NOT_ACCEPTED({ accepted: accept.join(', ') });
  }
}

function refuseFault(error: unknown): never {
  throw translateFault(error);
}

type UploadRefusal = (typeof fileErrors)['UPLOAD_NOT_FOUND'];

function refusalOf(row: UploadRow | null, now: Date): UploadRefusal | undefined {
  if (row === null) return fileErrors.UPLOAD_NOT_FOUND;
  switch (row.state) {
    case 'used':
      return fileErrors.UPLOAD_ALREADY_USED;
    case 'expired':
      return fileErrors.UPLOAD_EXPIRED;
    case 'waiting':
      return row.expiresAt <= now ? fileErrors.UPLOAD_EXPIRED : fileErrors.UPLOAD_INCOMPLETE;
    case 'received':
      return row.expiresAt <= now ? fileErrors.UPLOAD_EXPIRED : undefined;
  }
}
