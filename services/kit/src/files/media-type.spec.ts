import { describe, expect, it } from '@jest/globals';
import { sniffMediaType } from './media-type.ts';

describe('sniffMediaType', () => {
  it('goes by content', async () => {
    expect(await sniffMediaType(Buffer.from('%PDF-1.7\n'))).toBe('application/pdf');
    expect(await sniffMediaType(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toBe('image/png');
    expect(await sniffMediaType(Buffer.from('ffd8ffe000104a464946', 'hex'))).toBe('image/jpeg');
    expect(await sniffMediaType(Buffer.from(' {"nome":"José"}'))).toBe('application/json');
    expect(await sniffMediaType(Buffer.from('504b0304140000000000', 'hex'))).toBe('application/zip');
  });

  it('knows nothing else: programs, pages, other images, text, nothing at all', async () => {
    const gif = Buffer.from('GIF89a\u0001\u0000');
    const elf = Buffer.from('7f454c46020101', 'hex');
    const others = [gif, elf, Buffer.from('<html><script>'), Buffer.from('MZ\u0090'), Buffer.from('olá'), Buffer.alloc(0)];
    for (const bytes of others) expect(await sniffMediaType(bytes)).toBeUndefined();
  });
});
