import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { extractFromZip } from './extract-from-zip.ts';

function zipOf(files: readonly { name: string; data: Buffer; stored?: boolean }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, stored = false } of files) {
    const packed = stored ? data : deflateRawSync(data);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(stored ? 0 : 8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += local.length + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

describe('extractFromZip', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guiche-zip-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function extract(archive: Buffer, name: string): Promise<string> {
    await writeFile(join(folder, 'a.zip'), archive);
    await extractFromZip(join(folder, 'a.zip'), (entry) => entry.endsWith(name), join(folder, 'out'));
    return readFile(join(folder, 'out'), 'utf8');
  }

  const archive = zipOf([
    { name: 'x/first', data: Buffer.from('one') },
    { name: 'x/bin/mongod', data: Buffer.from('the server '.repeat(1000)) },
    { name: 'x/plain', data: Buffer.from('as it is'), stored: true },
  ]);

  it('gives the one file that was asked for, packed or not', async () => {
    expect(await extract(archive, '/bin/mongod')).toBe('the server '.repeat(1000));
    expect(await extract(archive, '/plain')).toBe('as it is');
  });

  it('refuses an archive without it, one that is cut short, and what is no archive', async () => {
    await expect(extract(archive, '/absent')).rejects.toThrow('does not hold');
    await expect(extract(archive.subarray(40), '/bin/mongod')).rejects.toThrow();
    await expect(extract(Buffer.from('hello, this is not a zip file'), '/bin/mongod')).rejects.toThrow('not a zip archive');
  });
});
