import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentDisposition, isFileName } from './file-name.ts';

describe('isFileName', () => {
  it('accepts the names that people give to files', () => {
    for (const name of ['rg.pdf', 'Comprovante de residência (2ª via).PDF', 'صورة.png', '📄.pdf', '__proto__', '{"$gt":""}', 'x'.repeat(255)]) {
      expect(isFileName(name)).toBe(true);
    }
  });

  it('refuses what could be another path, another line or another name on the screen', () => {
    const names = ['', '   ', '..', 'a/b.pdf', 'a\\b.pdf', 'a\u0000.pdf', 'a\r\nb.pdf', 'a\u202efdp.exe', '\ud800.pdf', 'x'.repeat(256), 'x'.repeat(300)];
    for (const name of names) expect(isFileName(name)).toBe(false);
  });
});

describe('contentDisposition', () => {
  it('carries every accepted name exactly and stays one printable header line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter(isFileName), (name) => {
        const header = contentDisposition(name);
        expect(header).toMatch(/^attachment; filename="[ -!#-~]*"; filename\*=UTF-8''[!#-~]*$/);
        expect(decodeURIComponent(header.slice(header.indexOf("''") + 2))).toBe(name);
      }),
    );
  });

  it('gives old clients a plain name', () => {
    expect(contentDisposition('Certidão "nova".pdf')).toContain('filename="Certidao _nova_.pdf"');
  });
});
