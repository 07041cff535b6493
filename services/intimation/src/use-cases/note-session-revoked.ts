import { defineUseCase } from './define.ts';

/** A session that ended: its tokens are refused here from the next look on. */
export const noteSessionRevoked = defineUseCase({
  name: 'noteSessionRevoked',
  action: 'session:note-revoked',
  load: ({ input }: { input: { sessionId: string; revokedAt: Date } }) => input,
  async run({ input }, { revokedSessions }) {
    await revokedSessions.add(input.sessionId, input.revokedAt);
    return { result: input.sessionId };
  },
});
