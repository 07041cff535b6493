import { createHash } from 'node:crypto';
import { expectThat } from './expect-that.ts';

/** The bytes of a file that the graph announced, which must have the announced hash. */
export async function download(file: { readonly sha256: string; readonly downloadUrl: string }): Promise<Buffer> {
  const answer = await fetch(file.downloadUrl);
  if (!answer.ok) throw new Error(`The download was refused: ${String(answer.status)}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expectThat(createHash('sha256').update(bytes).digest('hex') === file.sha256, 'The file has another hash than announced');
  return bytes;
}
