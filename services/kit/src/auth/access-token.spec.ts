import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { testKeys } from '../testing/test-keys.ts';
import { createTokenVerifier, localKeySet, signAccessToken, signingKeyOf } from './index.ts';
import type { TokenPrincipal, TokenVerifier } from './index.ts';

const now = new Date('2026-03-06T12:00:00Z');
const issuer = 'https://guiche.example';
const keys = testKeys();
const person: TokenPrincipal = { kind: 'person', personId: 'ana', sessionId: 's1' };

function verifier(options: { at?: Date; revoked?: string[] } = {}): TokenVerifier {
  return createTokenVerifier({
    keySet: localKeySet(keys.publicJwks),
    issuer,
    now: () => options.at ?? now,
    isRevoked: (sessionId) => options.revoked?.includes(sessionId) ?? false,
  });
}

function tokenFor(principal: TokenPrincipal, from = issuer): string {
  const key = signingKeyOf(keys.privateJwks);
  return signAccessToken({ key, issuer: from, principal, clientId: 'portal', tokenId: 't1', now, lifetimeSeconds: 600 });
}

const seconds = Math.floor(now.getTime() / 1000);
const rightClaims = {
  iss: issuer,
  aud: 'guiche',
  sub: 'ana',
  principal: 'person',
  sid: 's1',
  client_id: 'portal',
  jti: 't1',
  iat: seconds,
  exp: seconds + 600,
};

function without(...names: (keyof typeof rightClaims)[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rightClaims).filter(([name]) => !names.some((left) => left === name)));
}

describe('an access token', () => {
  const principals: TokenPrincipal[] = [
    person,
    { kind: 'representative', personId: 'ana', representedId: 'acme', representationId: 'r1', sessionId: 's1' },
    { kind: 'staff', staffId: 'leo', municipalityId: 'campinas', unitIds: ['u1'], roles: ['clerk'], sessionId: 's1' },
    { kind: 'app', appId: 'bus', municipalityId: 'campinas', scopes: ['ticket:read', 'process:read'] },
  ];
  it.each(principals)('says the same principal after the way there and back: $kind', async (principal) => {
    await expect(verifier().verify(tokenFor(principal))).resolves.toEqual(principal);
  });

  it('names the app by its client id when it acts for a person', async () => {
    const principal: TokenPrincipal = { kind: 'app-for-person', appId: 'portal', personId: 'ana', municipalityId: 'campinas', scopes: ['ticket:read'] };
    await expect(verifier().verify(tokenFor(principal))).resolves.toEqual(principal);
  });

  it('is accepted until it expires, also from the cache', async () => {
    let at = now;
    const clocked = createTokenVerifier({ keySet: localKeySet(keys.publicJwks), issuer, now: () => at, isRevoked: () => false });
    const token = tokenFor(person);
    await clocked.verify(token);
    at = new Date(now.getTime() + 599_000);
    await expect(clocked.verify(token)).resolves.toEqual(person);
    at = new Date(now.getTime() + 606_000);
    await expect(clocked.verify(token)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
  });

  it('ends with its session, also when it was verified before', async () => {
    const revoked: string[] = [];
    const watched = verifier({ revoked });
    const token = tokenFor(person);
    await watched.verify(token);
    revoked.push('s1');
    await expect(watched.verify(token)).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
  });

  const publicPem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${encode({ alg: 'none', typ: 'at+jwt', kid: keys.kid })}.${encode(rightClaims)}.`;
  const hmacHead = `${encode({ alg: 'HS256', typ: 'at+jwt', kid: keys.kid })}.${encode(rightClaims)}`;
  const hmac = `${hmacHead}.${createHmac('sha256', publicPem).update(hmacHead).digest('base64url')}`;
  const [head = '', body = '', signature = ''] = tokenFor(person).split('.');
  const widened = Buffer.from(body, 'base64url').toString().replace('"ana"', '"bia"');

  it.each<[string, string]>([
    ['alg none', unsigned],
    ['HS256 with the public key as secret', hmac],
    ['an ID token type', keys.sign(rightClaims, { typ: 'JWT' })],
    ['a refresh token type', keys.sign(rightClaims, { typ: 'rt+jwt' })],
    ['a signature authorization type', keys.sign(rightClaims, { typ: 'signature-authorization+jwt' })],
    ['another audience', keys.sign({ ...rightClaims, aud: 'process' })],
    ['another issuer', tokenFor(person, 'https://evil.example')],
    ['an unknown key', testKeys().sign(rightClaims)],
    ['a foreign key under our key id', testKeys().sign(rightClaims, { kid: keys.kid })],
    ['claims changed after signing', `${head}.${Buffer.from(widened).toString('base64url')}.${signature}`],
    ['no expiry', keys.sign(without('exp'))],
    ['no client', keys.sign(without('client_id'))],
    ['no session', keys.sign(without('sid'))],
    ['no token id', keys.sign(without('jti'))],
    ['an invented principal', keys.sign({ ...rightClaims, principal: 'system' })],
    ['expired', keys.sign({ ...rightClaims, exp: seconds - 60 })],
    ['not a token', 'abc'],
    ['empty', ''],
    ['10 KB', 'x'.repeat(10_000)],
  ])('is refused with %s', async (_name, token) => {
    await expect(verifier().verify(token)).rejects.toMatchObject({ kind: 'unauthenticated', code: 'INVALID_TOKEN' });
  });
});
