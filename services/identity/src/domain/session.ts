import type { IdentityEvent } from './events.ts';
import { everyMunicipality } from './events.ts';

/** Who a session belongs to. */
export type SessionOwner =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'staff'; readonly staffId: string; readonly municipalityId: string };

/**
 * A login. Its refresh tokens are numbered by `generation`, and only the newest is good; nothing secret is stored.
 */
export interface Session {
  readonly id: string;
  readonly owner: SessionOwner;
  readonly generation: number;
  readonly createdAt: Date;
  readonly rotatedAt: Date;
  /** 30 days after the last refresh, at most 90 after the login. */
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

const dayMs = 24 * 60 * 60_000;
const slidingMs = 30 * dayMs;
const absoluteMs = 90 * dayMs;

/** A refresh that lost a race against another by this much is told so; anything later is a stolen token. */
const raceMs = 2_000;

export function openSession(id: string, owner: SessionOwner, at: Date): Session {
  const session = { id, owner, generation: 1, createdAt: at, rotatedAt: at, revokedAt: null };
  return { ...session, expiresAt: expiryOf(at, at) };
}

/** `ended`: no session any more. `raced`: another request was faster. `reused`: an old token, the session is revoked. */
export type RefreshDecision =
  | { readonly kind: 'refreshed'; readonly session: Session }
  | { readonly kind: 'ended' }
  | { readonly kind: 'raced' }
  | { readonly kind: 'reused'; readonly session: Session; readonly event: IdentityEvent };

/** RFC 9700: rotation with re-use detection. `generation` is that of the token shown. */
export function refreshSession(session: Session, generation: number, at: Date): RefreshDecision {
  if (session.revokedAt !== null || session.expiresAt <= at) return { kind: 'ended' };
  if (generation > session.generation) return { kind: 'ended' };
  if (generation < session.generation) {
    const raced = generation === session.generation - 1 && at.getTime() - session.rotatedAt.getTime() <= raceMs;
    return raced ? { kind: 'raced' } : { kind: 'reused', ...revokeSession(session, at) };
  }
  const rotated = { generation: generation + 1, rotatedAt: at, expiresAt: expiryOf(session.createdAt, at) };
  return { kind: 'refreshed', session: { ...session, ...rotated } };
}

export function revokeSession(session: Session, at: Date): { session: Session; event: IdentityEvent } {
  const event: IdentityEvent = {
    type: 'SessionRevoked',
    aggregate: { type: 'session', id: session.id },
    tenantId: tenantOf(session.owner),
    data: { sessionId: session.id, revokedAt: at },
  };
  return { session: { ...session, revokedAt: at }, event };
}

export function tenantOf(owner: SessionOwner): string {
  return owner.kind === 'staff' ? owner.municipalityId : everyMunicipality;
}

function expiryOf(createdAt: Date, at: Date): Date {
  return new Date(Math.min(at.getTime() + slidingMs, createdAt.getTime() + absoluteMs));
}
