import { open, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 65_535;
const STORED = 0;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly localOffset: number;
}

/** Writes the one entry whose name is accepted to the target file, so that no `unzip` is needed. */
export async function extractFromZip(archive: string, accepts: (name: string) => boolean, target: string): Promise<void> {
  const file = await open(archive, 'r');
  try {
    const entry = (await readDirectory(file)).find(({ name }) => accepts(name));
    if (entry === undefined) throw new Error(`${archive} does not hold the wanted file.`);
    const local = await read(file, entry.localOffset, LOCAL_SIZE);
    const start = entry.localOffset + LOCAL_SIZE + local.readUInt16LE(26) + local.readUInt16LE(28);
    const data = await read(file, start, entry.compressedSize);
    await writeFile(target, entry.method === STORED ? data : await promisify<Buffer, Buffer>(inflateRaw)(data));
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const tailSize = Math.min(size, END_SIZE + MAX_COMMENT);
  const tail = await read(file, size - tailSize, tailSize);
  const end = lastIndexOfSignature(tail, END_SIGNATURE);
  const count = tail.readUInt16LE(end + 10);
  const directory = await read(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: Entry[] = [];
  let at = 0;
  for (let index = 0; index < count && directory.readUInt32LE(at) === ENTRY_SIGNATURE; index += 1) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      localOffset: directory.readUInt32LE(at + 42),
    });
    at += ENTRY_SIZE + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function lastIndexOfSignature(buffer: Buffer, signature: number): number {
  for (let at = buffer.length - END_SIZE; at >= 0; at -= 1) if (buffer.readUInt32LE(at) === signature) return at;
  throw new Error('This is not a zip archive.');
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('The archive is cut short.');
  return buffer;
}
