import { createHash } from 'node:crypto';
import type { GraphClient } from '../graph/graph-client.ts';
import { createUpload } from './documents.ts';

/** Announces a file, sends its bytes to the one-time address, and answers the upload id to use in a mutation. */
export async function sendFile(
  graph: GraphClient,
  file: { readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer },
): Promise<string> {
  const { fileName, mediaType, bytes } = file;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { data } = await graph.ask<{ createUpload: { uploadId: string; url: string } }>(createUpload, {
    input: { fileName, mediaType, size: bytes.length, sha256 },
  });
  const answer = await fetch(data.createUpload.url, {
    method: 'PUT',
    headers: { 'content-type': mediaType },
    body: new Uint8Array(bytes),
  });
  if (!answer.ok) throw new Error(`The file was refused: ${String(answer.status)} ${await answer.text()}`);
  return data.createUpload.uploadId;
}
