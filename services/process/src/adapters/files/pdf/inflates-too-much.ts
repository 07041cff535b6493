import { Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { PDFArray, PDFName } from '@cantoo/pdf-lib';
import type { PDFObject, PDFRawStream } from '@cantoo/pdf-lib';

const mebibyte = 1024 * 1024;
const largest = { image: 512 * mebibyte, other: 128 * mebibyte };
const largestTogether = 2_048 * mebibyte;
const mostFilters = 4;

const flate: ReadonlySet<PDFObject> = new Set(['FlateDecode', 'Fl'].map((name) => PDFName.of(name)));

/** Whether a stream, or all of them together, would fill the memory of whoever shows them. Inflates without keeping. */
export async function inflatesTooMuch(streams: readonly PDFRawStream[]): Promise<boolean> {
  let together = 0;
  for (const stream of streams) {
    const filters = filtersOf(stream);
    if (filters.length > mostFilters) return true;
    const isImage = stream.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image');
    const limit = Math.min(isImage ? largest.image : largest.other, largestTogether - together);
    const layers = filters.findIndex((filter) => !flate.has(filter));
    const size = await inflatedSize(stream.getContents(), layers === -1 ? filters.length : layers, limit);
    if (size > limit) return true;
    together += size;
  }
  return false;
}

function filtersOf({ dict }: PDFRawStream): PDFObject[] {
  const filter = dict.lookup(PDFName.of('Filter'));
  if (filter === undefined) return [];
  return filter instanceof PDFArray ? filter.asArray().map((one) => dict.context.lookup(one) ?? one) : [filter];
}

async function inflatedSize(bytes: Uint8Array, layers: number, limit: number): Promise<number> {
  if (layers === 0) return 0;
  let source: Readable = Readable.from([bytes]);
  for (let layer = 0; layer < layers; layer += 1) {
    const inflate = createInflate({ chunkSize: 256 * 1024 });
    source.on('error', () => inflate.destroy());
    source = source.pipe(inflate);
  }
  let size = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) break;
    }
  } catch {
    // A damaged stream shows as damaged; what it gave so far is what counts.
  }
  return size;
}
