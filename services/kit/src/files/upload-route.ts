import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { mongo } from 'mongoose';
import { isAppError } from '../errors/index.ts';
import { sendProblem } from '../lifecycle/index.ts';
import type { HttpRoute } from '../lifecycle/index.ts';
import { translateFault } from '../mongo/index.ts';
import { fileErrors, fileStatusOf } from './file-errors.ts';
import { fileIdFor } from './file-store.ts';
import type { FileStore } from './file-store.ts';
import { verifyPath } from './signed-path.ts';
import type { UploadRow } from './upload-row.ts';

type Rows = Pick<mongo.Collection<UploadRow>, 'findOne' | 'findOneAndUpdate'>;

/**
 * `PUT /files/uploads/:id`: the bytes of one announced upload. An interrupted one may be sent again while it waits;
 * one that arrived whole answers the same again. 404 unknown, 410 expired or used, 413 longer than announced,
 * 415 another type, 422 shorter or other content.
 */
export function uploadRoute(options: {
  rows: Rows;
  store: FileStore;
  key: Buffer;
  now: () => Date;
  usableMs: number;
}): HttpRoute {
  const { rows, store, key, now, usableMs } = options;

  const find = async (id: string, query: URLSearchParams): Promise<UploadRow> => {
    const verdict = verifyPath(key, { method: 'PUT', path: `/files/uploads/${id}`, query, now: now() });
    if (verdict.state === 'invalid') throw fileErrors.UPLOAD_NOT_FOUND();
    if (verdict.state === 'expired') throw fileErrors.UPLOAD_EXPIRED();
    const row = await rows.findOne({ _id: id });
    if (row === null) throw fileErrors.UPLOAD_NOT_FOUND();
    return row;
  };

  const receive = async (row: UploadRow, request: IncomingMessage): Promise<UploadRow> => {
    const length = request.headers['content-length'];
    if (length !== undefined && Number(length) > row.size) throw fileErrors.FILE_TOO_LARGE({ limitBytes: row.size });
    if (length !== undefined && Number(length) < row.size) {
      throw fileErrors.FILE_SIZE_MISMATCH({ expected: row.size, received: Number(length) });
    }
    const attemptFileId = fileIdFor(randomUUID());
    const waiting = { _id: row._id, state: 'waiting' as const };
    const before = await rows.findOneAndUpdate(waiting, { $set: { attemptFileId } }, { returnDocument: 'before' });
    if (before !== null && before.attemptFileId !== null) await store.remove(before.attemptFileId);

    const file = await store.write(request.iterator({ destroyOnReturn: false }), {
      id: attemptFileId,
      fileName: row.fileName,
      limitBytes: row.size,
      expectedSize: row.size,
      expectedSha256: row.sha256,
      accept: [row.mediaType],
    });
    const received = await rows.findOneAndUpdate(
      { ...waiting, attemptFileId },
      {
        $set: {
          state: 'received',
          fileId: file.id,
          attemptFileId: null,
          expiresAt: new Date(now().getTime() + usableMs),
        },
      },
      { returnDocument: 'after' },
    );
    if (received !== null) return received;
    // Another attempt, or the sweep, was faster.
    await store.remove(file.id);
    return (await rows.findOne({ _id: row._id })) ?? row;
  };

  return {
    method: 'PUT',
    path: '/files/uploads/:id',
    streamsBody: true,
    async handle(request, response, { params, url, correlationId }) {
      try {
        let row = await find(params['id'] ?? '', url.searchParams);
        if (row.state === 'waiting') row = await receive(row, request);
        if (row.state === 'used') throw fileErrors.UPLOAD_ALREADY_USED();
        if (row.state === 'expired') throw fileErrors.UPLOAD_EXPIRED();
        if (row.state === 'waiting') throw fileErrors.UPLOAD_INCOMPLETE(); // a later attempt is still sending
        const { _id: uploadId, fileName, size, sha256, mediaType } = row;
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
        response.end(JSON.stringify({ uploadId, fileName, size, sha256, mediaType }));
      } catch (error) {
        const refusal = translateFault(error);
        if (!isAppError(refusal) || response.destroyed) throw refusal;
        sendProblem(response, refusal, { correlationId, status: fileStatusOf(refusal) });
      }
    },
  };
}
