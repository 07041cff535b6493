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

/** Opens the access, as of this instant and local day. */
export function release(grant: Grant, { at, on }: { at: Date; on: string }): Grant {
  return { ...grant, state: 'ACTIVE', releasedAt: at, releasedOn: on };
}

export function cancelGrant(grant: Grant): Grant {
  return { ...grant, state: 'CANCELLED' };
}
