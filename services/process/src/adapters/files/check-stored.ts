import type { FileStore } from '@guiche/kit/files';
import type { DocumentFile } from '../../domain/documents/document.ts';
import { processErrors } from '../../domain/errors.ts';

/** Whether stored files are still there with their size; what is filed on them could not be read otherwise. */
export async function checkStored(store: FileStore, files: readonly DocumentFile[]): Promise<void> {
  for (const { id, size } of files) {
    const stored = await store.stat(id);
    if (stored?.size !== size) throw processErrors.PETITION_FILE_LOST();
  }
}
