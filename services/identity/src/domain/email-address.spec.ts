import { describe, expect, it } from '@jest/globals';
import { isEmailAddress } from './email-address.ts';

describe('an e-mail address', () => {
  it.each(['a@b.co', 'maria.souza+pmc@exemplo.com.br', 'joão@exemplo.test', "o'neil@exemplo.test"])('may be %s', (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });

  it.each([
    '', '@', 'a@b', 'a b@c.de', 'a@b..de', 'a@-b.de', 'a@b.d', 'a@b.de\r\nBcc: x@y.zz', 'a@b.de,c@d.ef', '<a@b.de>', `${'a'.repeat(65)}@b.de`,
    `a@${'b'.repeat(300)}.de`, 'a\u0000@b.de', 'a\ud800@b.de',
  ])('may not be %j', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });
});
