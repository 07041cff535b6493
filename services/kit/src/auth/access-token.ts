import { hash } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { platformErrors } from '../errors/index.ts';
import type { KeySet, SigningKey } from './key-set.ts';
import type { Principal } from './principal.ts';

const audience = 'guiche';
const tokenType = 'at+jwt';
const clockSkewSeconds = 5;

const common = { jti: z.string(), iat: z.number(), exp: z.number(), sub: z.string(), client_id: z.string() };
const claims = z.discriminatedUnion('principal', [
  z.object({ ...common, principal: z.literal('person'), sid: z.string() }),
  z.object({
    ...common,
    principal: z.literal('representative'),
    sid: z.string(),
    represented: z.string(),
    representation: z.string(),
  }),
  z.object({
    ...common,
    principal: z.literal('staff'),
    sid: z.string(),
    municipality: z.string(),
    units: z.array(z.string()),
    roles: z.array(z.string()),
  }),
  z.object({ ...common, principal: z.literal('app'), municipality: z.string(), scope: z.string() }),
  z.object({ ...common, principal: z.literal('app-for-person'), municipality: z.string(), scope: z.string() }),
]);
type Claims = z.infer<typeof claims>;

/** Principals that a token can speak for. */
export type TokenPrincipal = Exclude<Principal, { kind: 'anonymous' } | { kind: 'system' }>;

/**
 * Signs an access token (RFC 9068: `typ: at+jwt`, ES256). Identity alone calls this; `clientId` is the portal or app.
 */
export function signAccessToken(options: {
  key: SigningKey;
  issuer: string;
  principal: TokenPrincipal;
  clientId: string;
  tokenId: string;
  now: Date;
  lifetimeSeconds: number;
}): string {
  const issuedAt = Math.floor(options.now.getTime() / 1000);
  const payload = {
    ...claimsOf(options.principal),
    iss: options.issuer,
    aud: audience,
    client_id: options.clientId,
    jti: options.tokenId,
    iat: issuedAt,
    exp: issuedAt + options.lifetimeSeconds,
  };
  return jwt.sign(payload, options.key.privateKey, {
    algorithm: 'ES256',
    keyid: options.key.kid,
    header: { alg: 'ES256', typ: tokenType, kid: options.key.kid },
  });
}

function claimsOf(principal: TokenPrincipal): Record<string, unknown> {
  switch (principal.kind) {
    case 'person':
      return { principal: 'person', sub: principal.personId, sid: principal.sessionId };
    case 'representative':
      return {
        principal: 'representative',
        sub: principal.personId,
        sid: principal.sessionId,
        represented: principal.representedId,
        representation: principal.representationId,
      };
    case 'staff':
      return {
        principal: 'staff',
        sub: principal.staffId,
        sid: principal.sessionId,
        municipality: principal.municipalityId,
        units: principal.unitIds,
        roles: principal.roles,
      };
    case 'app':
      return {
        principal: 'app',
        sub: principal.appId,
        municipality: principal.municipalityId,
        scope: principal.scopes.join(' '),
      };
    case 'app-for-person':
      return {
        principal: 'app-for-person',
        sub: principal.personId,
        municipality: principal.municipalityId,
        scope: principal.scopes.join(' '),
      };
  }
}

/** Says who a bearer token speaks for, or throws `INVALID_TOKEN`. */
export interface TokenVerifier {
  verify(token: string): Promise<Principal>;
}

/**
 * Verifies access tokens: algorithm allow-list, `typ`, issuer, audience, expiry, all required claims, session not
 * revoked. A good answer is kept by the token's hash until it expires; revocation is asked every time.
 */
export function createTokenVerifier(options: {
  keySet: KeySet;
  issuer: string;
  now: () => Date;
  isRevoked: (sessionId: string) => boolean;
}): TokenVerifier {
  const verified = new LRUCache<string, { principal: Principal; expiresAt: number }>({ max: 10_000 });

  const check = async (token: string): Promise<{ principal: Principal; expiresAt: number }> => {
    if (token.length > 8_192) throw platformErrors.INVALID_TOKEN();
    const header = jwt.decode(token, { complete: true })?.header;
    if (header?.alg !== 'ES256' || header.typ !== tokenType || header.kid === undefined) {
      throw platformErrors.INVALID_TOKEN();
    }
    const key = await options.keySet.find(header.kid);
    if (key === undefined) throw platformErrors.INVALID_TOKEN();
    const claim = readClaims(token, key, options.issuer, options.now());
    return { principal: principalOf(claim), expiresAt: (claim.exp + clockSkewSeconds) * 1000 };
  };

  return {
    async verify(token) {
      const digest = hash('sha256', token, 'base64');
      const known = verified.get(digest);
      const fresh = known !== undefined && known.expiresAt > options.now().getTime();
      const { principal, expiresAt } = fresh ? known : await check(token);
      if (!fresh) verified.set(digest, { principal, expiresAt });
      if ('sessionId' in principal && options.isRevoked(principal.sessionId)) throw platformErrors.INVALID_TOKEN();
      return principal;
    },
  };
}

function readClaims(token: string, key: KeyObject, issuer: string, now: Date): Claims {
  try {
    const payload = jwt.verify(token, key, {
      algorithms: ['ES256'],
      issuer,
      audience,
      clockTimestamp: Math.floor(now.getTime() / 1000),
      clockTolerance: clockSkewSeconds,
    });
    return claims.parse(payload);
  } catch {
    throw platformErrors.INVALID_TOKEN();
  }
}

function principalOf(claim: Claims): Principal {
  switch (claim.principal) {
    case 'person':
      return { kind: 'person', personId: claim.sub, sessionId: claim.sid };
    case 'representative':
      return {
        kind: 'representative',
        personId: claim.sub,
        representedId: claim.represented,
        representationId: claim.representation,
        sessionId: claim.sid,
      };
    case 'staff':
      return {
        kind: 'staff',
        staffId: claim.sub,
        municipalityId: claim.municipality,
        unitIds: claim.units,
        roles: claim.roles,
        sessionId: claim.sid,
      };
    case 'app':
      return { kind: 'app', appId: claim.sub, municipalityId: claim.municipality, scopes: scopesOf(claim.scope) };
    case 'app-for-person':
      return {
        kind: 'app-for-person',
        appId: claim.client_id,
        personId: claim.sub,
        municipalityId: claim.municipality,
        scopes: scopesOf(claim.scope),
      };
  }
}

function scopesOf(scope: string): string[] {
  return scope.split(' ').filter((part) => part !== '');
}
