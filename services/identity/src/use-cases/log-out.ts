import { platformErrors } from '@guiche/kit/errors';
import { revokeSession, tenantOf } from '../domain/session.ts';
import { defineUseCase } from './define.ts';

/** Ends the session of the access token; its tokens are refused everywhere within a minute. */
export const logOut = defineUseCase({
  name: 'logOut',
  action: 'session:close',
  load: () => null,

  async run({ actor, now }, { sessions }) {
    const session = 'sessionId' in actor ? await sessions.find(actor.sessionId) : undefined;
    if (session === undefined) throw platformErrors.INVALID_TOKEN();
    const result = { sessionId: session.id };
    if (session.revokedAt !== null) return { result };
    const revoked = revokeSession(session, now);
    await sessions.saveRevoked(revoked.session, now);
    return {
      result,
      events: [revoked.event],
      audit: [{ entity: { type: 'session', id: session.id }, municipalityId: tenantOf(session.owner), before: 'OPEN', after: 'LOGGED_OUT' }],
    };
  },
});
