import { fileErrors } from '@guiche/kit/files';
import type { Uploads } from '@guiche/kit/files';
import type { ClientSession } from 'mongoose';
import type { UploadPort } from '../../use-cases/ports.ts';

/** Uploads as tickets use them; taking one belongs to the ticket's transaction. */
export function uploadPort(uploads: Uploads, session: ClientSession | undefined): UploadPort {
  return {
    announce: (upload) => uploads.create(upload, session),
    async take(uploadId, owner, ticketId) {
      if (session === undefined) throw new Error('Uploads are taken in a transaction only');
      const [file] = await uploads.claim(session, [uploadId], owner, `ticket:${ticketId}`);
      if (file === undefined) throw fileErrors.UPLOAD_NOT_FOUND({ uploadId });
      const { id: storedId, fileName, size, sha256, mediaType } = file;
      return { uploadId, storedId, fileName, size, sha256, mediaType };
    },
  };
}
