import type { KeySet } from '@guiche/kit/auth';
import type { CityClocks } from '@guiche/kit/clock';
import { inSession, isDuplicateKey } from '@guiche/kit/mongo';
import jwt from 'jsonwebtoken';
import type { ClientSession, Connection } from 'mongoose';
import { z } from 'zod';
import { processErrors } from '../../domain/errors.ts';
import type { SignatureAuthorization } from '../../domain/signatures/signature.ts';
import type { Authorizations } from '../../use-cases/signatures/ports.ts';
import type { UsedAuthorizationRow } from '../mongo/signatures/used-authorization-row.ts';

const tokenType = 'signature-authorization+jwt';
const audience = 'process';
const longestLifetimeSeconds = 5 * 60;
/** Room for a person who is released in every city of a state. */
const longestToken = 32_768;

const claimsSchema = z.object({
  jti: z.string().min(1),
  sub: z.string().min(1),
  name: z.string().min(1),
  iat: z.number(),
  exp: z.number(),
  document_id: z.string().min(1),
  municipalities: z.array(z.string().min(1)),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  signer: z.enum(['person', 'staff']),
  role: z.string().max(100).optional(),
});

/** One-use signature authorizations: JWTs of identity, ES256 only, for this service only, remembered once used. */
export function createAuthorizations(
  { connection, keySet, issuer, now, clocks }: { connection: Connection; keySet: KeySet; issuer: string; now: () => Date; clocks: Pick<CityClocks, 'wall'> },
  session: ClientSession | undefined,
): Authorizations {
  const used = connection.model<UsedAuthorizationRow>('UsedAuthorization');
  return {
    async verify(token) {
      const header = token.length > longestToken ? undefined : jwt.decode(token, { complete: true })?.header;
      if (header?.alg !== 'ES256' || header.typ !== tokenType || header.kid === undefined) {
        throw processErrors.SIGNATURE_AUTHORIZATION_INVALID();
      }
      const key = await keySet.find(header.kid);
      if (key === undefined) throw processErrors.SIGNATURE_AUTHORIZATION_INVALID();
      try {
        // Expiry is judged by the domain, with the clock of the act: in a training city that is ahead of identity's.
        const authorization = authorizationOf(jwt.verify(token, key, { algorithms: ['ES256'], issuer, audience, ignoreExpiration: true }));
        const aheadMs = now().getTime() - clocks.wall().getTime();
        return { ...authorization, expiresAt: new Date(authorization.expiresAt.getTime() + aheadMs) };
      } catch {
        throw processErrors.SIGNATURE_AUTHORIZATION_INVALID();
      }
    },

    async isUsed(authorizationId) {
      return (await used.exists({ _id: authorizationId })) !== null;
    },

    async consume({ id, expiresAt }, usedAt) {
      try {
        await used.create([{ _id: id, usedAt, expiresAt }], inSession(session));
      } catch (error) {
        if (isDuplicateKey(error)) throw processErrors.SIGNATURE_AUTHORIZATION_USED();
        throw error;
      }
    },
  };
}

function authorizationOf(payload: unknown): SignatureAuthorization {
  const { jti, sub, name: signerName, iat, exp, document_id: documentId, municipalities, sha256, signer, role = null } = claimsSchema.parse(payload);
  if (exp - iat > longestLifetimeSeconds) throw new Error('It was made to last too long');
  return { id: jti, signerKind: signer, signerId: sub, signerName, role, documentId, municipalities, sha256, expiresAt: new Date(exp * 1000) };
}
