import type { Document } from '../domain/document.ts';
import { defineQuery } from './define.ts';

/** A signed document as the holder of its code may see it; `isPublic` opens the content too. */
export interface VerifiedDocument {
  readonly document: Document;
  readonly isPublic: boolean;
}

/** What a verification code proves (SG-06); null without a match. */
export const verifyDocument = defineQuery({
  action: 'document:verify',
  load: () => null,
  async run({ input }: { input: { code: string } }, { documents, processes }): Promise<VerifiedDocument | null> {
    const document = await documents.findByVerificationCode(input.code.toUpperCase().replace(/[^0-9A-F]/g, ''));
    if (document === undefined) return null;
    const [process] = await processes.findMany([document.processId]);
    const isPublic =
      document.accessLevel === 'PUBLIC' && document.state === 'SIGNED' && process?.accessLevel === 'PUBLIC' && process.state === 'NORMAL';
    return { document, isPublic };
  },
});
