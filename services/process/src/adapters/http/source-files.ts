import { fetchVerified, readAll } from '@guiche/kit/files';
import type { FileStore, MediaType } from '@guiche/kit/files';
import { formatCpf } from '@guiche/kit/registry-numbers';
import { z } from 'zod';
import { processErrors } from '../../domain/errors.ts';
import type { SourceFiles } from '../../use-cases/accreditation/ports.ts';
import type { StagedFiles } from '../files/staged-files.ts';

const paperLimitBytes = 100 * 1024 * 1024;
const sheetLimitBytes = 64 * 1024;
const papers: readonly MediaType[] = ['application/pdf', 'image/png', 'image/jpeg'];

const sheetSchema = z.object({ fullName: z.string().min(1), cpf: z.string().regex(/^\d{11}$/), email: z.string().min(1) });

/** Fetches the files of an approved accreditation from the services that own them; the bases are configuration. */
export function createSourceFiles(options: {
  staged: StagedFiles;
  store: FileStore;
  ticketingUrl: string;
  identityUrl: string;
}): SourceFiles {
  const { staged, store, ticketingUrl, identityUrl } = options;
  return {
    async sheet({ url, sha256, size }) {
      const { id } = await staged.stage((fileId) =>
        fetchVerified({
          baseUrl: identityUrl, path: url, sha256, size, fileName: 'sheet.json',
          limitBytes: sheetLimitBytes, accept: ['application/json'], store, id: fileId,
        }),
      );
      const text = (await readAll(store, id, sheetLimitBytes)).toString('utf8');
      await store.remove(id); // personal data stay no longer than they are needed
      const { fullName, cpf, email } = readSheet(text);
      return { fullName, cpf: formatCpf(cpf), email };
    },

    submitted: ({ url, sha256, size, name }) =>
      staged.stage((fileId) =>
        fetchVerified({
          baseUrl: ticketingUrl, path: url, sha256, size, fileName: name,
          limitBytes: paperLimitBytes, accept: papers, store, id: fileId,
        }),
      ),
  };
}

function readSheet(text: string): z.output<typeof sheetSchema> {
  try {
    return sheetSchema.parse(JSON.parse(text));
  } catch {
    throw processErrors.SHEET_UNREADABLE();
  }
}
