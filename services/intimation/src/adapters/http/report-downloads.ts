import { randomUUID } from 'node:crypto';
import { createDownloads } from '@guiche/kit/files';
import type { FileStore } from '@guiche/kit/files';
import { isDuplicateKey } from '@guiche/kit/mongo';
import type { HttpRoute } from '@guiche/kit/lifecycle';
import type { Connection } from 'mongoose';
import { reportErrors } from '../../domain/reports/errors.ts';
import type { UsedDownloadRow } from '../mongo/reports/used-download-row.ts';

/** Addresses of spreadsheets that work once and soon not at all. */
export interface ReportDownloads {
  /** A new address each time, for who asks now. */
  urlFor(fileId: string, audience: string): string;
  /** `GET /files/once/:id`; a `HEAD` does not use the address up, a part of the file does. */
  readonly route: HttpRoute;
}

const worksMs = 5 * 60_000;

/** The signature says for whom and until when; that an address was used is a row, which outlives it. */
export function createReportDownloads(options: { connection: Connection; store: FileStore; key: Buffer; publicUrl: string; now: () => Date }): ReportDownloads {
  const { connection, store, key, publicUrl, now } = options;
  const used = connection.model<UsedDownloadRow>('UsedDownload');
  const downloads = createDownloads({
    store,
    key,
    publicPath: `${publicUrl}/files/intimation/once`,
    now,
    async authorise({ audience, method, expiresAt }) {
      if (method === 'HEAD') return;
      try {
        await used.create({ _id: audience, expiresAt });
      } catch (error) {
        throw isDuplicateKey(error) ? reportErrors.DOWNLOAD_ALREADY_USED() : error;
      }
    },
  });
  return {
    urlFor: (fileId, audience) => downloads.publicUrl(fileId, { audience: `${audience}/${randomUUID()}`, expiresAt: new Date(now().getTime() + worksMs) }),
    route: { ...downloads.route, path: '/files/once/:id' },
  };
}
