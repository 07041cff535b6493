import type { AuditFact, Outcome } from '@guiche/kit/use-case';
import { errors } from '../domain/errors.ts';
import { refreshSession as decide, tenantOf } from '../domain/session.ts';
import type { Session } from '../domain/session.ts';
import { defineUseCase } from './define.ts';
import { grantToPerson, grantToStaff } from './grant-session.ts';
import type { SessionGrant, SessionRefusal } from './grant-session.ts';
import type { Ports } from './ports.ts';

/**
 * RFC 9700 rotation. A refresh token that is used again long after revokes the session, which is committed; so that
 * refusal is a result, and the mapper turns it into the error.
 */
export const refreshSession = defineUseCase({
  name: 'refreshSession',
  action: 'session:refresh',
  load: () => null,

  async run(
    { input, now }: { input: { refreshToken: string }; now: Date },
    ports,
  ): Promise<Outcome<SessionGrant | SessionRefusal>> {
    const token = ports.refreshTokens.read(input.refreshToken);
    const session = token === undefined ? undefined : await ports.sessions.find(token.sessionId);
    if (token === undefined || session === undefined) throw errors.INVALID_REFRESH_TOKEN();
    const decision = decide(session, token.generation, now);
    switch (decision.kind) {
      case 'ended':
        throw errors.INVALID_REFRESH_TOKEN();
      case 'raced':
        throw errors.REFRESH_TOKEN_ALREADY_USED();
      case 'reused':
        await ports.sessions.saveRevoked(decision.session, now);
        return { result: { granted: false }, events: [decision.event], audit: [revocation(session)] };
      case 'refreshed': {
        const result = await grantOf(decision.session, ports);
        await ports.sessions.save(decision.session);
        return { result };
      }
    }
  },
});

async function grantOf(session: Session, { persons, staff }: Ports): Promise<SessionGrant> {
  if (session.owner.kind === 'person') {
    const [person] = await persons.byIds([session.owner.personId]);
    if (person === undefined) throw errors.INVALID_REFRESH_TOKEN();
    return grantToPerson(session, person);
  }
  // Roles and units are read again: a change takes effect with the next access token.
  const [member] = await staff.byIds([session.owner.staffId]);
  if (member?.active !== true) throw errors.INVALID_REFRESH_TOKEN();
  return grantToStaff(session, member);
}

function revocation(session: Session): AuditFact {
  return {
    entity: { type: 'session', id: session.id },
    municipalityId: tenantOf(session.owner),
    before: 'OPEN',
    after: 'REVOKED_BY_TOKEN_REUSE',
  };
}
