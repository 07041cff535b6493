import type { AccessOffered } from '../events.ts';
import type { Process } from '../processes/process.ts';

/** Access of a person outside the city hall to one document of a process (disponibilização de acesso externo). */
export interface Grant {
  readonly id: string;
  readonly municipalityId: string;
  readonly personId: string;
  readonly processId: string;
  readonly documentId: string;
  /** What the person sees as the kind of access: the type of the document. */
  readonly kind: string;
  /** HIDDEN until the person is released; only ACTIVE opens anything. */
  readonly state: 'HIDDEN' | 'ACTIVE' | 'CANCELLED';
  readonly createdAt: Date;
  readonly releasedAt: Date | null;
  /** The day of the release on the municipality's calendar, `2026-03-18`. */
  readonly releasedOn: string | null;
}

export function prepareGrant(facts: Omit<Grant, 'state' | 'releasedAt' | 'releasedOn'>): Grant {
  return { ...facts, state: 'HIDDEN', releasedAt: null, releasedOn: null };
}

/** Opens a hidden access to its process, as of this instant and local day. */
export function offerAccessTo(
  grant: Grant,
  process: Process,
  { ticketId, at, on }: { ticketId: string; at: Date; on: string },
): { grant: Grant; event: AccessOffered } {
  const { processId, municipalityId, personId, documentId } = grant;
  return {
    grant: { ...grant, state: 'ACTIVE', releasedAt: at, releasedOn: on },
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

export function cancelGrant(grant: Grant): Grant {
  return { ...grant, state: 'CANCELLED' };
}
