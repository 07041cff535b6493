import { createCipheriv, createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { ExportEntry, ProcessExport } from '../../adapters/export/export-entry.ts';
import { onePage, stream } from './raw-pdf.ts';

const shared = { type: 'Despacho', date: '06/03/2026', mediaType: 'application/pdf', state: { kind: 'included' } } as const;

/** A document for an export; `bytes` are made when it is opened. */
export function anEntry(number: number, bytes: () => Uint8Array, changes: Partial<ExportEntry> = {}): ExportEntry {
  const title = `Despacho ${String(number)}`;
  return { ...shared, number: String(4_000_000 + number), title, fileName: `${title}.pdf`, open: async () => inPieces(bytes()), ...changes };
}

/** A process with these documents. */
export function someProcess(entries: readonly ExportEntry[]): ProcessExport {
  return {
    cover: {
      city: 'Prefeitura Municipal de Campinas',
      cityLines: ['Avenida Anchieta, nº 200'],
      processNumber: 'PMC.2021.00035498-55',
      processType: 'Credenciamento de Usuário Externo',
      facts: [
        { label: 'Unidade', value: 'Protocolo Geral' },
        { label: 'Interessados', value: 'Ana Souza, 山田 太郎' },
        { label: 'Nível de acesso', value: 'Público' },
      ],
      requestedAt: new Date('2026-03-06T12:00:00Z'),
      requestedBy: 'Ana Souza',
    },
    total: entries.length,
    async *entries(from) {
      yield* entries.slice(from);
    },
  };
}

/** A page with words and, when asked for, a noise picture of about so many bytes that does not compress. */
export function pageWithPicture(text: string, pictureBytes: number): Buffer {
  const side = Math.max(1, Math.floor(Math.sqrt(pictureBytes)));
  const key = createHash('md5').update(text).digest();
  const noise = createCipheriv('aes-128-ctr', key, key).update(Buffer.alloc(side * side));
  const size = `/Width ${String(side)} /Height ${String(side)}`;
  const picture = stream(deflateSync(noise, { level: 1 }), `/Type /XObject /Subtype /Image ${size} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`);
  const content = stream(`q 400 0 0 400 90 200 cm /Im1 Do Q BT /F1 24 Tf 72 720 Td (${text}) Tj ET`);
  return onePage('', {
    page: '/Contents 7 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /Im1 6 0 R >> >>',
    objects: { 6: picture, 7: content },
  });
}

/** So many documents of one page and about 20 kB. */
export function plainProcess(documents: number): ProcessExport {
  return someProcess(Array.from({ length: documents }, (_, index) => anEntry(index + 1, () => pageWithPicture(`Documento ${String(index + 1)}`, 20_000))));
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 262_144) yield bytes.subarray(start, start + 262_144);
}
