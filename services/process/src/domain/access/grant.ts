import type { AccessOffered } from '../events.ts';
import type { Process } from '../processes/process.ts';

/** Why somebody outside the city hall reads a process (AE-06). */
export type GrantPurpose = 'SIGNATURE' | 'EXTERNAL_USER' | 'PETITION' | 'VISTA' | 'ISOLATED_RECIPIENT' | 'INTIMATION';

/** Access of somebody outside the city hall to a process (disponibilização de acesso externo). */
export interface Grant {
  readonly id: string;
  readonly municipalityId: string;
  readonly processId: string;
  readonly purpose: GrantPurpose;
  /** INTEGRAL opens all documents, present and future; PARTIAL those in `documentIds` (AE-02). */
  readonly scope: 'INTEGRAL' | 'PARTIAL';
  readonly documentIds: readonly string[];
  /** Null for a recipient without an account. */
  readonly personId: string | null;
  /** Whom it was given to, as the unit typed it; null when a person's account says it. */
  readonly recipient: { readonly name: string; readonly email: string } | null;
  /** What the holder sees as the kind of access, for example the type of the document. */
  readonly label: string;
  /** HIDDEN until the person is released; only ACTIVE opens anything. */
  readonly state: 'HIDDEN' | 'ACTIVE' | 'CANCELLED' | 'EXPIRED';
  readonly reason: string | null;
  readonly grantedBy: { readonly staffId: string; readonly unitId: string } | null;
  readonly createdAt: Date;
  readonly releasedAt: Date | null;
  /** The day of the release on the municipality's calendar, `2026-03-18`. */
  readonly releasedOn: string | null;
  /** Null never expires (AE-04). In force while the instant of reading is before it. */
  readonly expiresAt: Date | null;
  readonly cancellation: { readonly by: string; readonly at: Date; readonly reason: string } | null;
  readonly version: number;
}

/** A hidden access to one document that waits for the person's signature (ID-08). */
export function prepareSignatureGrant(
  facts: Pick<Grant, 'id' | 'municipalityId' | 'processId' | 'label' | 'createdAt'> & { personId: string; documentId: string },
): Grant {
  const { documentId, ...grant } = facts;
  return {
    ...grant,
    purpose: 'SIGNATURE',
    scope: 'PARTIAL',
    documentIds: [documentId],
    recipient: null,
    state: 'HIDDEN',
    reason: null,
    grantedBy: null,
    releasedAt: null,
    releasedOn: null,
    expiresAt: null,
    cancellation: null,
    version: 1,
  };
}

/** Opens a hidden access to its process, as of this instant and local day. */
export function offerAccessTo(
  grant: Grant,
  process: Process,
  { personId, documentId, ticketId, at, on }: { personId: string; documentId: string; ticketId: string; at: Date; on: string },
): { grant: Grant; event: AccessOffered } {
  const { processId, municipalityId } = grant;
  return {
    grant: { ...grant, state: 'ACTIVE', releasedAt: at, releasedOn: on, version: grant.version + 1 },
    event: {
      type: 'AccessOffered',
      aggregate: { type: 'process', id: processId },
      tenantId: municipalityId,
      data: {
        processId,
        processNumber: process.number,
        municipalityId,
        personId,
        documentId,
        ticketId,
        openedAt: process.openedAt,
        link: `/processos/${processId}`,
      },
    },
  };
}

/** Takes an access back. */
export function cancelGrant(grant: Grant, cancellation: { by: string; at: Date; reason: string }): Grant {
  return { ...grant, state: 'CANCELLED', cancellation, version: grant.version + 1 };
}
