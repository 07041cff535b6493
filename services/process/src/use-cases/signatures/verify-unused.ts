import { processErrors } from '../../domain/errors.ts';
import type { SignatureAuthorization } from '../../domain/signatures/signature.ts';
import type { Ports } from '../ports.ts';

/** Reads a password's authorization that was not used yet; it is used up in the transaction of its act. */
export async function verifyUnused(token: string, { authorizations }: Pick<Ports, 'authorizations'>): Promise<SignatureAuthorization> {
  const authorization = await authorizations.verify(token);
  if (await authorizations.isUsed(authorization.id)) throw processErrors.SIGNATURE_AUTHORIZATION_USED();
  return authorization;
}
