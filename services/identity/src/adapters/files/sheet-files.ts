import { fileIdFor } from '@guiche/kit/files';
import type { Downloads, FileStore } from '@guiche/kit/files';
import type { Municipality } from '../../domain/municipality.ts';
import type { Person } from '../../domain/person.ts';
import type { SheetFiles } from '../../use-cases/ports.ts';

const monthMs = 30 * 24 * 60 * 60_000;

/** Personal data for the Term as JSON, readable by the process service for 30 days. */
export function sheetFiles(files: FileStore, downloads: Downloads): SheetFiles {
  return {
    async write({ ticketId, person, municipality, now }) {
      const bytes = Buffer.from(JSON.stringify(sheetOf(person, municipality)));
      const { id, sha256, size } = await files.write(chunksOf(bytes), {
        id: fileIdFor(`sheet:${ticketId}`),
        fileName: 'credenciamento.json',
        limitBytes: 64 * 1024,
        accept: ['application/json'],
      });
      const url = downloads.path(id, { audience: 'process', expiresAt: new Date(now.getTime() + monthMs) });
      return { url, sha256, size };
    },
  };
}

function sheetOf(person: Person, municipality: Municipality): object {
  const { fullName, cpf, rg, rgIssuer, foreigner, email, mobile, address } = person;
  const { id, name, acronym, state, city, addressLines } = municipality;
  return {
    fullName,
    cpf,
    rg,
    rgIssuer,
    foreigner,
    email,
    mobile,
    address,
    municipality: { id, name, acronym, state, city, addressLines },
  };
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
