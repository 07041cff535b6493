import type { TokenPrincipal } from '@guiche/kit/auth';
import type { Person } from '../domain/person.ts';
import type { Session } from '../domain/session.ts';
import type { StaffMember } from '../domain/staff-member.ts';

/** All that the tokens of a session are made from. No token is in it: it may be stored, and minted from again. */
export interface SessionGrant {
  readonly granted: true;
  readonly principal: TokenPrincipal;
  readonly sessionId: string;
  readonly generation: number;
  readonly issuedAt: Date;
  readonly sessionExpiresAt: Date;
}

/** The refusal of a refresh that itself had to be committed: the session was revoked. */
export interface SessionRefusal {
  readonly granted: false;
}

export function grantToPerson(session: Session, person: Pick<Person, 'id'>): SessionGrant {
  return grant(session, { kind: 'person', personId: person.id, sessionId: session.id });
}

export function grantToStaff(session: Session, member: StaffMember): SessionGrant {
  const { id: staffId, municipalityId, unitIds, roles } = member;
  return grant(session, { kind: 'staff', staffId, municipalityId, unitIds, roles, sessionId: session.id });
}

function grant(session: Session, principal: TokenPrincipal): SessionGrant {
  const { id: sessionId, generation, rotatedAt: issuedAt, expiresAt: sessionExpiresAt } = session;
  return { granted: true, principal, sessionId, generation, issuedAt, sessionExpiresAt };
}
