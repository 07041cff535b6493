import { describe, expect, it } from '@jest/globals';
import { createAccessSecrets } from './access-secrets.ts';

const secrets = createAccessSecrets(Buffer.alloc(32, 1));
const others = createAccessSecrets(Buffer.alloc(32, 2));
const expiresAt = new Date('2026-03-06T12:30:00Z');

describe('links and sessions of people without an account', () => {
  it('say which grant they are for', () => {
    expect(secrets.grantOf(secrets.linkOf('grant-1'))).toBe('grant-1');
    expect(secrets.readSession(secrets.sessionOf({ grantId: 'grant-1', expiresAt }))).toEqual({ grantId: 'grant-1', expiresAt });
  });

  it('are refused when anything in them was changed, or somebody else made them', () => {
    const link = secrets.linkOf('grant-1');
    const session = secrets.sessionOf({ grantId: 'grant-1', expiresAt });
    const forged = [link.replace('grant-1', 'grant-2'), `${link}x`, others.linkOf('grant-1'), session, '', '.', 'x'.repeat(1_000_000)];
    expect(forged.map((text) => secrets.grantOf(text))).toEqual(forged.map(() => undefined));
    const longer = session.replace(String(expiresAt.getTime()), String(expiresAt.getTime() + 1));
    expect([longer, link, others.sessionOf({ grantId: 'grant-1', expiresAt })].map((text) => secrets.readSession(text))).toEqual([undefined, undefined, undefined]);
  });

  it('never show a code in its hash, which differs between grants', () => {
    const code = secrets.newCode();
    expect(code).toMatch(/^\d{6}$/);
    expect(secrets.hashOf('grant-1', code)).not.toContain(code);
    expect(secrets.hashOf('grant-1', code)).not.toBe(secrets.hashOf('grant-2', code));
  });
});
