import { hash } from '@node-rs/argon2';
import { describe, expect, it } from '@jest/globals';
import { argon2Passwords } from './argon2-passwords.ts';

describe('password hashes', () => {
  const passwords = argon2Passwords();

  it('are Argon2id with the parameters OWASP asks for, another one each time', async () => {
    const [one, two] = await Promise.all([passwords.hash('Girassol-47'), passwords.hash('Girassol-47')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(two).not.toBe(one);
    expect([await passwords.verify('Girassol-47', one), await passwords.verify('girassol-47', one)]).toEqual([true, false]);
  });

  it('know the same characters typed in another way', async () => {
    expect(await passwords.verify('ação-2026'.normalize('NFD'), await passwords.hash('ação-2026'.normalize('NFC')))).toBe(true);
  });

  it('match nothing for nobody, and never a password that is cut', async () => {
    expect(await passwords.verify('nobody', null)).toBe(false);
    const stored = await passwords.hash('a1'.repeat(64));
    expect(await passwords.verify(`${'a1'.repeat(64)}x`, stored)).toBe(false);
    expect(await passwords.verify('x'.repeat(1_000_000), stored)).toBe(false);
  });

  it('are outdated when they were made with weaker parameters', async () => {
    expect(passwords.isOutdated(await hash('x', { memoryCost: 8_192, timeCost: 1 }))).toBe(true);
    expect(passwords.isOutdated(await passwords.hash('x'))).toBe(false);
  });
});
