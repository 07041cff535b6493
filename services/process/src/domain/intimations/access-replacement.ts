import type { Grant } from '../access/grant.ts';
import { cancelGrant, stateAt } from '../access/grant.ts';
import { processErrors } from '../errors.ts';
import type { IntimationAccessReplaced } from './events.ts';

/** What ends an access, and whether an administrator makes an exception for it. */
export interface Ending {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
  readonly waived: boolean;
}

/**
 * Ends the integral access of intimations: a partial one takes its place, with principal documents, annexes and what the
 * person petitioned, and the notices belong to that from then on (IN-31). A partial one is never cancelled (IN-30),
 * exception or not.
 */
export function replaceIntegral(
  grant: Grant,
  { by, at, reason, waived }: Ending,
  { grantId, documentIds, on }: { grantId: string; documentIds: readonly string[]; on: string },
): { cancelled: Grant; partial: Grant; event: IntimationAccessReplaced } {
  refuseUnreplaceable(grant, { at, waived });
  const { municipalityId, processId, personId, intimations } = grant;
  const partial: Grant = {
    ...grant,
    id: grantId,
    scope: 'PARTIAL',
    documentIds: [...new Set(documentIds)],
    createdAt: at,
    releasedAt: at,
    releasedOn: on,
    version: 1,
  };
  return {
    cancelled: cancelGrant(grant, { by, at, reason }),
    partial,
    event: {
      type: 'IntimationAccessReplaced',
      aggregate: { type: 'access', id: grant.id },
      tenantId: municipalityId,
      data: { noticeIds: intimations.map(({ noticeId }) => noticeId), municipalityId, processId, personId: personId ?? '', formerGrantId: grant.id, grantId, waived },
    },
  };
}

/** Refuses until every notice is fulfilled and every deadline to answer is over; of that an administrator may make an exception. */
export function refuseUnreplaceable(grant: Grant, { at, waived }: Pick<Ending, 'at' | 'waived'>): void {
  if (stateAt(grant, at) !== 'ACTIVE') throw processErrors.ACCESS_ALREADY_ENDED();
  if (grant.scope === 'PARTIAL') throw processErrors.INTIMATION_ACCESS_FIXED();
  const held = grant.intimations.find(({ fulfilledAt, heldUntil }) => fulfilledAt === null || (heldUntil !== null && heldUntil >= at));
  if (held !== undefined && !waived) throw processErrors.INTIMATION_ACCESS_IN_COURSE({ number: held.number });
}
