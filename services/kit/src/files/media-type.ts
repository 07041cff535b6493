import { fileTypeFromBuffer } from 'file-type';

/**
 * The types that are told apart by content; JSON is for files that services make for each other, ZIP for what they hand
 * out, and octets for parts of a file that is still being made: a store that accepts octets accepts anything. The last two
 * are for tables that services make themselves (`WriteRequest.made`): content does not tell them.
 */
export type MediaType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'application/json'
  | 'application/zip'
  | 'application/octet-stream'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'text/csv';

/** How many first bytes are enough to tell. */
export const sniffedBytes = 4_100;

const byContent: ReadonlySet<string> = new Set<MediaType>(['application/pdf', 'image/png', 'image/jpeg', 'application/zip']);

/** What the first bytes say, whatever the name or the header claims; `undefined` for any type not on the list. */
export async function sniffMediaType(head: Buffer): Promise<MediaType | undefined> {
  const found = await fileTypeFromBuffer(head);
  if (found === undefined) return looksLikeJson(head) ? 'application/json' : undefined;
  return byContent.has(found.mime) ? (found.mime as MediaType) : undefined;
}

function looksLikeJson(head: Buffer): boolean {
  return /^[ \t\r\n]*[[{]/.test(head.toString('latin1')) && !head.includes(0);
}
