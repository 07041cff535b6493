import { signAccessToken } from '@guiche/kit/auth';
import type { SigningKey } from '@guiche/kit/auth';
import jwt from 'jsonwebtoken';
import type { SignatureGrant } from '../../use-cases/authorize-signature.ts';
import type { SessionGrant } from '../../use-cases/grant-session.ts';
import type { RefreshTokenForge } from './refresh-tokens.ts';

/** Life of an access token; a revoked session ends it earlier. */
const accessTokenSeconds = 10 * 60;

export interface SessionTokens {
  readonly id: string;
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
}

/** Makes the tokens that stored results stand for; the same result gives tokens with the same content again. */
export interface Mint {
  session(grant: SessionGrant): SessionTokens;
  authorization(grant: SignatureGrant): string;
}

export function createMint(options: { key: SigningKey; issuer: string; refreshTokens: RefreshTokenForge }): Mint {
  const { key, issuer, refreshTokens } = options;
  return {
    session({ sessionId, generation, principal, issuedAt, sessionExpiresAt }) {
      return {
        id: sessionId,
        accessToken: signAccessToken({
          key,
          issuer,
          principal,
          clientId: 'portal',
          tokenId: `${sessionId}.${String(generation)}`,
          now: issuedAt,
          lifetimeSeconds: accessTokenSeconds,
        }),
        accessTokenExpiresAt: new Date(issuedAt.getTime() + accessTokenSeconds * 1000),
        refreshToken: refreshTokens.make(sessionId, generation),
        refreshTokenExpiresAt: sessionExpiresAt,
      };
    },

    authorization({ authorizationId, signer, documentId, municipalities, sha256, role, issuedAt, expiresAt }) {
      const claims = {
        iss: issuer,
        aud: 'process',
        sub: signer.id,
        jti: authorizationId,
        iat: secondsOf(issuedAt),
        exp: secondsOf(expiresAt),
        document_id: documentId,
        municipalities,
        sha256,
        signer: signer.kind,
        name: signer.name,
        ...(role === null ? {} : { role }),
      };
      const header = { alg: 'ES256', typ: 'signature-authorization+jwt', kid: key.kid };
      return jwt.sign(claims, key.privateKey, { algorithm: 'ES256', header });
    },
  };
}

function secondsOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
