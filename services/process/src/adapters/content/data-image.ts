import { inflateSync } from 'node:zlib';
import { contentLimits } from '../../domain/documents/content.ts';
import type { Image } from '../../domain/documents/content.ts';

export type DataImage =
  | Pick<Image, 'mediaType' | 'base64' | 'width'>
  | 'IMAGE_EXTERNAL'
  | 'IMAGE_UNSUPPORTED'
  | 'IMAGE_TOO_LARGE';

/**
 * A PNG or JPEG in a data URI, checked to the point where the printer cannot stumble over it: sizes, and for PNG the
 * pixels themselves. What the bytes are decides, not what the URI says they are.
 */
export function dataImage(source: string): DataImage {
  const address = source.trim();
  if (!/^data:/i.test(address)) return 'IMAGE_EXTERNAL';
  const comma = address.indexOf(',');
  if (comma < 0 || !/^data:image\/(?:png|jpe?g);base64$/i.test(address.slice(0, comma))) return 'IMAGE_UNSUPPORTED';
  const bytes = Buffer.from(address.slice(comma + 1), 'base64');
  if (bytes.length > contentLimits.imageBytes) return 'IMAGE_TOO_LARGE';
  const facts = pngFacts(bytes) ?? jpegFacts(bytes);
  if (facts === undefined || facts.width === 0 || facts.height === 0) return 'IMAGE_UNSUPPORTED';
  if (facts.width * facts.height > contentLimits.imagePixels) return 'IMAGE_TOO_LARGE';
  if (!facts.whole()) return 'IMAGE_UNSUPPORTED';
  return { mediaType: facts.mediaType, base64: bytes.toString('base64'), width: facts.width };
}

interface ImageFacts {
  readonly mediaType: Image['mediaType'];
  readonly width: number;
  readonly height: number;
  /** Whether all of it is there; costs time, so it is asked last. */
  whole(): boolean;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const samplesOfColorType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function pngFacts(bytes: Buffer): ImageFacts | undefined {
  const chunks = bytes.subarray(0, 8).equals(pngSignature) ? pngChunks(bytes) : [];
  const header = chunks[0]?.type === 'IHDR' ? chunks[0].data : undefined;
  if (header?.length !== 13 || chunks.at(-1)?.type !== 'IEND') return undefined;
  const [bits = 0, colorType = 0, compression, filter, interlace] = header.subarray(8);
  const samples = samplesOfColorType[colorType] ?? 0;
  const bitsFit = colorType === 3 ? [1, 2, 4, 8] : colorType === 0 ? [1, 2, 4, 8, 16] : [8, 16];
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data.length ?? 0;
  const paletteFits = colorType === 3 ? palette > 0 && palette <= 768 && palette % 3 === 0 : true;
  if (samples === 0 || !bitsFit.includes(bits) || compression !== 0 || filter !== 0 || interlace !== 0 || !paletteFits) return undefined;
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const size = height * (1 + Math.ceil((width * samples * bits) / 8));
  const packed = chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : []));
  return { mediaType: 'image/png', width, height, whole: () => inflatesTo(Buffer.concat(packed), size) };
}

function pngChunks(bytes: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) return [];
    const type = bytes.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    if (type === 'IEND') break;
    at += 12 + length;
  }
  return chunks;
}

function inflatesTo(packed: Buffer, size: number): boolean {
  try {
    return inflateSync(packed, { maxOutputLength: size + 1 }).length === size;
  } catch {
    // Broken, or a bomb: zlib says so by an exception only.
    return false;
  }
}

function jpegFacts(bytes: Buffer): ImageFacts | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 10 <= bytes.length; ) {
    const marker = bytes.readUInt16BE(at);
    if (marker < 0xffc0 || marker === 0xffd8 || marker === 0xffd9 || marker === 0xffda) return undefined;
    // Baseline, extended and progressive frames; lossless and arithmetic ones are not for PDF readers.
    if (marker >= 0xffc0 && marker <= 0xffc2) {
      if (bytes[at + 4] !== 8 || ![1, 3, 4].includes(bytes[at + 9] ?? 0)) return undefined;
      const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
      return {
        mediaType: 'image/jpeg',
        height: bytes.readUInt16BE(at + 5),
        width: bytes.readUInt16BE(at + 7),
        whole: () => end > at && bytes.includes(Buffer.from([0xff, 0xda]), at),
      };
    }
    const isFrame = marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc;
    if (isFrame) return undefined;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
