import { accessGranted } from '../../domain/access/access-movements.ts';
import type { AccessGranted, IsolatedAccessInvited } from '../../domain/access/events.ts';
import { grantAccess } from '../../domain/access/grant.ts';
import type { Grant } from '../../domain/access/grant.ts';
import type { Process } from '../../domain/processes/process.ts';
import type { Ports } from '../ports.ts';
import type { ConfirmedTerms } from './confirm-terms.ts';

/** Writes a confirmed grant with its movement and the row that ends it; uses the password's authorization up. */
export async function storeGrant(
  { confirmed, process, now, newId, vistaRequestId }: { confirmed: ConfirmedTerms; process: Process; now: Date; newId: () => string; vistaRequestId?: string },
  ports: Pick<Ports, 'authorizations' | 'grants' | 'movements' | 'schedule' | 'accessSecrets'>,
): Promise<{ grant: Grant; events: (AccessGranted | IsolatedAccessInvited)[] }> {
  const { authorization, terms, staffId, on, expiresAt, expiresOn } = confirmed;
  await ports.authorizations.consume(authorization, now);
  const facts = { id: newId(), process, staffId, at: now, on, expiresAt, expiresOn };
  const { grant, event } = grantAccess(terms, vistaRequestId === undefined ? facts : { ...facts, vistaRequestId });
  await ports.grants.insert(grant);
  await ports.schedule.expireAccess({ grantId: grant.id, dueAt: expiresAt });
  const { id: processId, municipalityId } = process;
  const by = { kind: 'staff', id: staffId } as const;
  await ports.movements.append([accessGranted({ id: newId(), processId, municipalityId, at: now, unitId: terms.unitId, by }, { scope: grant.scope, expiresOn })]);
  if (grant.recipient === null) return { grant, events: [event] };
  const { email } = grant.recipient;
  const invited: IsolatedAccessInvited = {
    type: 'IsolatedAccessInvited',
    aggregate: { type: 'contact', id: grant.id },
    tenantId: municipalityId,
    data: { grantId: grant.id, municipalityId, processNumber: process.number, email, linkToken: ports.accessSecrets.linkOf(grant.id), expiresOn },
  };
  return { grant, events: [event, invited] };
}
