import type { ClaimedFile, FileStore, Uploads } from '@guiche/kit/files';
import type { ClientSession } from 'mongoose';
import type { DocumentFile } from '../../domain/documents/document.ts';
import { processErrors } from '../../domain/errors.ts';
import type { UploadPort } from '../../use-cases/documents/file-ports.ts';
import type { PdfInspector } from './create-pdf-inspector.ts';

/** Uploads as documents use them: PDFs are inspected before one is taken, taking it belongs to the document's transaction. */
export function uploadPort(
  { uploads, store, inspector }: { uploads: Uploads; store: FileStore; inspector: PdfInspector },
  session: ClientSession | undefined,
): UploadPort {
  return {
    announce: (upload) => uploads.create(upload, session),

    async inspect(uploadIds, owner) {
      const files = (await uploads.look(uploadIds, owner)).map(documentFileOf);
      for (const { id, mediaType } of files) {
        if (mediaType !== 'application/pdf') continue;
        const verdict = await inspector.inspect((await store.open(id)) as AsyncIterable<Uint8Array>);
        const [problem] = verdict.kind === 'refused' ? verdict.problems : [];
        if (problem !== undefined) throw processErrors[problem]();
      }
      return files;
    },

    async take(uploadIds, owner, usedFor) {
      if (session === undefined) throw new Error('Uploads are taken in a transaction only');
      return (await uploads.claim(session, uploadIds, owner, usedFor)).map(documentFileOf);
    },
  };
}

function documentFileOf({ id, fileName, mediaType, size, sha256 }: ClaimedFile): DocumentFile {
  return { id, fileName, mediaType, size, sha256 };
}
