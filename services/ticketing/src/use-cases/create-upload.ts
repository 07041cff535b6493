import { principalKey } from '@guiche/kit/auth';
import { errors } from '../domain/errors.ts';
import { defineUseCase } from './define.ts';

export interface CreateUploadInput {
  readonly fileName: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly municipalityId?: string | null | undefined;
}

/** Announces a file and gives the one-time address for its bytes (api.md, documents and files). */
export const createUpload = defineUseCase({
  name: 'createUpload',
  action: 'upload:create',
  load: (_command: { input: CreateUploadInput }) => null,
  async run({ input, actor, newId }, { uploads, places }) {
    const { fileName, size, mediaType, sha256, municipalityId } = input;
    if (municipalityId != null && (await places.municipality(municipalityId)) === null) throw errors.MUNICIPALITY_NOT_FOUND();
    const owner = principalKey(actor);
    return { result: await uploads.announce({ id: newId(), owner, fileName, size, mediaType, sha256: sha256.toLowerCase() }) };
  },
});
