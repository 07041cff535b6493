import type { Grant } from './grant.ts';

/** What makes one access without end differ from another. */
type Opened = Pick<Grant, 'id' | 'municipalityId' | 'processId' | 'purpose' | 'scope' | 'documentIds' | 'label' | 'grantedBy'> &
  Partial<Pick<Grant, 'intimations'>> & { readonly personId: string };

/** A person's access that is in force from this instant, with the local day it is shown with, and has no end (AE-04). */
export function grantToPerson({ intimations = [], ...opened }: Opened, { at, on }: { at: Date; on: string }): Grant {
  return {
    ...opened,
    recipient: null,
    state: 'ACTIVE',
    reason: null,
    createdAt: at,
    releasedAt: at,
    releasedOn: on,
    expiresAt: null,
    cancellation: null,
    intimations,
    version: 1,
  };
}

/** What people sent they always read (AE-05), whatever their access is or was. */
export function grantOfSubmission(
  submission: Pick<Opened, 'id' | 'municipalityId' | 'processId' | 'personId' | 'documentIds' | 'label'>,
  from: { at: Date; on: string },
): Grant {
  return grantToPerson({ ...submission, purpose: 'PETITION', scope: 'PARTIAL', grantedBy: null }, from);
}
