import type { Principal } from '@guiche/kit/auth';
import { checkTermsAuthorization } from '../../domain/access/access-terms.ts';
import type { AccessTermsInput } from '../../domain/access/access-terms.ts';
import type { WorkedProcess } from '../../domain/processes/worked.ts';
import type { SignatureAuthorization } from '../../domain/signatures/signature.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import type { Ports } from '../ports.ts';
import { requireLevel } from '../signatures/require-level.ts';
import { verifyUnused } from '../signatures/verify-unused.ts';
import { decideTerms } from './decide-terms.ts';
import type { DecidedTerms } from './decide-terms.ts';

/** Terms with the password of the member of the staff who grants them. */
export interface ConfirmedTerms extends DecidedTerms {
  readonly authorization: SignatureAuthorization;
  readonly staffId: string;
}

/** Decides the terms and checks that the password was typed for exactly them (AE-01). */
export async function confirmTerms(
  { input, token, worked, actor, now }: { input: AccessTermsInput; token: string; worked: WorkedProcess; actor: Principal; now: Date },
  ports: Pick<Ports, 'documents' | 'municipalities' | 'sha256' | 'authorizations' | 'signatureLevels'>,
): Promise<ConfirmedTerms> {
  const staffId = staffIdOf(actor);
  const decided = await decideTerms({ input, worked, reader: readerOf(actor), now }, ports);
  await requireLevel('ACCESS_GRANT', { municipalityId: worked.process.municipalityId, obtained: 'SIMPLE' }, ports);
  const authorization = await verifyUnused(token, ports);
  const { id: processId, municipalityId } = worked.process;
  checkTermsAuthorization(authorization, { staffId, processId, municipalityId, sha256: decided.sha256, at: now });
  return { ...decided, authorization, staffId };
}

/** permissions.ts lets staff alone grant. */
export function staffIdOf(actor: Principal): string {
  if (actor.kind !== 'staff') throw new Error(`A ${actor.kind} does not act for a unit`);
  return actor.staffId;
}
