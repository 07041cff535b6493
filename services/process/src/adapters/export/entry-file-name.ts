import type { ExportEntry } from './export-entry.ts';

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/json': 'json',
  'application/zip': 'zip',
};
// What a path, a control sequence or Windows makes of a name, and marks that turn text around to disguise an extension.
const refused = /[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
const longest = 80;

/** `0001 - Despacho.pdf`: unique by its number, and harmless wherever the archive is unpacked. */
export function entryFileName({ title, mediaType, fileName }: ExportEntry, position: number): string {
  const words = title.toWellFormed().normalize('NFC').replace(refused, ' ').replace(/\s+/g, ' ').trim();
  const name = [...words].slice(0, longest).join('').replace(/[. ]+$/, '');
  const own = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase();
  return `${String(position).padStart(4, '0')} - ${name === '' ? 'Documento' : name}.${extensions[mediaType] ?? own ?? 'bin'}`;
}
