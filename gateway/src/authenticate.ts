import { type TokenVerifier } from '@guiche/kit/auth';
import { platformErrors } from '@guiche/kit/errors';

/**
 * Verifies the caller's token once, before anything is planned; answers the header to hand on, undefined for an
 * anonymous caller. Throws `INVALID_TOKEN`. Each subgraph verifies the same token again: it trusts no header of ours.
 */
export async function authenticate(authorization: string | undefined, verifier: TokenVerifier): Promise<string | undefined> {
  if (authorization === undefined) return undefined;
  const [scheme, token, ...rest] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || token === '' || rest.length > 0) {
    throw platformErrors.INVALID_TOKEN();
  }
  await verifier.verify(token);
  return `Bearer ${token}`;
}
