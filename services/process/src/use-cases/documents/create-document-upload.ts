import { principalKey } from '@guiche/kit/auth';
import { defineUseCase } from '../define.ts';

export interface CreateDocumentUpload {
  readonly fileName: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
}

/** Announces a file for a document or a petition, and gives the one-time address for its bytes. */
export const createDocumentUpload = defineUseCase({
  name: 'createDocumentUpload',
  action: 'document:upload',
  load: (_command: { input: CreateDocumentUpload }) => null,
  async run({ input: { fileName, size, mediaType, sha256 }, actor, newId }, { uploads }) {
    const owner = principalKey(actor);
    return { result: await uploads.announce({ id: newId(), owner, fileName, size, mediaType, sha256: sha256.toLowerCase() }) };
  },
});
