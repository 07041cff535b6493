import { platformErrors } from '@guiche/kit/errors';
import type { Document, DocumentFile, Verification } from '../../domain/documents/document.ts';
import { defineQuery } from '../define.ts';

/** A signed document as the holder of its code may see it; `publicFile` is null unless the content is open to all. */
export interface VerifiedDocument {
  readonly document: Document;
  readonly verification: Verification;
  readonly signedFile: DocumentFile;
  readonly publicFile: DocumentFile | null;
}

/** What a verification code proves (SG-06); null without a match. Wrong codes slow their address down. */
export const verifyDocument = defineQuery({
  action: 'document:verify',

  async admit({ now, address = '' }: VerifyQuery, { verificationAttempts }) {
    const retryAfterSeconds = await verificationAttempts.begin(address, now);
    if (retryAfterSeconds > 0) throw platformErrors.TOO_MANY_REQUESTS({ retryAfterSeconds });
  },

  load: () => null,

  async run({ input, now, address = '' }: VerifyQuery, { documents, processes, verificationAttempts }): Promise<VerifiedDocument | null> {
    const document = await documents.findByVerificationCode(input.code.toUpperCase().replace(/[^0-9A-F]/g, ''));
    if (document?.verification == null || document.signedFile === null) return null;
    await verificationAttempts.succeeded(address, now);
    const { verification, signedFile } = document;
    const [process] = await processes.findMany([document.processId]);
    const isPublic =
      document.accessLevel === 'PUBLIC' && document.state === 'SIGNED' && process?.accessLevel === 'PUBLIC' && process.state === 'NORMAL';
    return { document, verification, signedFile, publicFile: isPublic ? signedFile : null };
  },
});

interface VerifyQuery {
  readonly input: { readonly code: string };
  readonly now: Date;
  readonly address?: string;
}
