import { createHash } from 'node:crypto';
import type { GraphClient } from '../graph/graph-client.ts';
import { createUpload } from './documents.ts';
import { createDocumentUpload } from './process-documents.ts';

/** Which service the file goes to: that of tickets or that of processes. */
const announcements = { ticket: createUpload, process: createDocumentUpload } as const;

/** Announces a file, sends its bytes to the one-time address, and answers the upload id to use in a mutation. */
export async function sendFile(
  graph: GraphClient,
  file: { readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer },
  to: keyof typeof announcements = 'ticket',
): Promise<string> {
  const { fileName, mediaType, bytes } = file;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { data } = await graph.ask<Record<string, { uploadId: string; url: string }>>(announcements[to], {
    input: { fileName, mediaType, size: bytes.length, sha256 },
  });
  const [announced] = Object.values(data);
  if (announced === undefined) throw new Error('The file was announced in vain');
  const answer = await fetch(announced.url, {
    method: 'PUT',
    headers: { 'content-type': mediaType },
    body: new Uint8Array(bytes),
  });
  if (!answer.ok) throw new Error(`The file was refused: ${String(answer.status)} ${await answer.text()}`);
  return announced.uploadId;
}
