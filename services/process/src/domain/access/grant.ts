import { processErrors } from '../errors.ts';
import type { AccessOffered } from '../events.ts';
import type { AccessTerms } from './access-terms.ts';
import type { AccessCancelled, AccessGranted } from './events.ts';
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
  /** Notices it was given for; none unless the purpose is `INTIMATION`. */
  readonly intimations: readonly GrantedIntimation[];
  readonly version: number;
}

/** A notice that an access was given for, as far as reading and cancelling depend on it. */
export interface GrantedIntimation {
  readonly intimationId: string;
  readonly noticeId: string;
  /** Number of the intimation. */
  readonly number: string;
  /** Null while its documents are sealed for the holder (IN-07). */
  readonly fulfilledAt: Date | null;
  /** End of the last deadline to answer; null when there is none (IN-31). */
  readonly heldUntil: Date | null;
  /** The certificate of its fulfilment, which the holder reads besides; null until then. */
  readonly certificateId: string | null;
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
    intimations: [],
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

/** Opens a process by decision of a unit (AE-01): for good only until its last day. */
export function grantAccess(
  terms: AccessTerms,
  facts: {
    id: string;
    process: Process;
    staffId: string;
    at: Date;
    on: string;
    expiresAt: Date;
    expiresOn: string;
    vistaRequestId?: string;
  },
): { grant: Grant; event: AccessGranted } {
  const { id, process, at, on, expiresAt, expiresOn, staffId, vistaRequestId } = facts;
  const { recipient, scope, documentIds, reason, unitId } = terms;
  const personId = recipient.kind === 'person' ? recipient.personId : null;
  return {
    grant: {
      id,
      municipalityId: process.municipalityId,
      processId: process.id,
      purpose: vistaRequestId !== undefined ? 'VISTA' : personId === null ? 'ISOLATED_RECIPIENT' : 'EXTERNAL_USER',
      scope,
      documentIds,
      personId,
      recipient: recipient.kind === 'isolated' ? { name: recipient.name, email: recipient.email } : null,
      label: scope === 'INTEGRAL' ? 'Acesso integral' : 'Acesso parcial',
      state: 'ACTIVE',
      reason,
      grantedBy: { staffId, unitId },
      createdAt: at,
      releasedAt: at,
      releasedOn: on,
      expiresAt,
      cancellation: null,
      intimations: [],
      version: 1,
    },
    event: {
      type: 'AccessGranted',
      ...aboutGrant(id, process.municipalityId),
      data: {
        grantId: id,
        ...ofProcess(process),
        unitId,
        personId: personId ?? '',
        scope,
        expiresOn,
        ...(vistaRequestId === undefined ? {} : { vistaRequestId }),
      },
    },
  };
}

/** Takes an access back by decision of the unit (AE-03). What an intimation or the system gave is not the unit's. */
export function cancelByUnit(
  grant: Grant,
  process: Process,
  { at, ...cancellation }: { by: string; at: Date; reason: string },
): { grant: Grant; event: AccessCancelled } {
  if (stateAt(grant, at) !== 'ACTIVE') throw processErrors.ACCESS_ALREADY_ENDED();
  // What an intimation gave is never just taken back: a partial one has its place (IN-30, IN-31; access-replacement.ts).
  if (grant.purpose === 'INTIMATION') throw processErrors.INTIMATION_ACCESS_FIXED();
  if (grant.grantedBy === null) throw processErrors.ACCESS_NOT_BY_UNIT();
  const { reason } = cancellation;
  return {
    grant: cancelGrant(grant, { ...cancellation, at }),
    event: {
      type: 'AccessCancelled',
      ...aboutGrant(grant.id, grant.municipalityId),
      data: { grantId: grant.id, ...ofProcess(process), unitId: grant.grantedBy.unitId, personId: grant.personId ?? '', reason },
    },
  };
}

/** Takes an access back. */
export function cancelGrant(grant: Grant, cancellation: { by: string; at: Date; reason: string }): Grant {
  return { ...grant, state: 'CANCELLED', cancellation, version: grant.version + 1 };
}

/** Marks an access whose last day is over. The same grant when it had ended otherwise. */
export function expireGrant(grant: Grant, now: Date): Grant {
  if (grant.state !== 'ACTIVE' || stateAt(grant, now) !== 'EXPIRED') return grant;
  return { ...grant, state: 'EXPIRED', version: grant.version + 1 };
}

/** The state as of an instant: the job that marks what has expired may come late. */
export function stateAt({ state, expiresAt }: Grant, now: Date): Grant['state'] {
  return state === 'ACTIVE' && expiresAt !== null && expiresAt <= now ? 'EXPIRED' : state;
}

function aboutGrant(id: string, tenantId: string): { aggregate: { type: 'access'; id: string }; tenantId: string } {
  return { aggregate: { type: 'access', id }, tenantId };
}

function ofProcess({ id, number, municipalityId }: Process): { processId: string; processNumber: string; municipalityId: string } {
  return { processId: id, processNumber: number, municipalityId };
}
