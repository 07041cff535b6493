import { defineUseCase } from '../define.ts';

/** A session ended before its tokens did: they stop working here too. */
export const noteSessionRevoked = defineUseCase({
  name: 'noteSessionRevoked',
  action: 'projection:update',
  load: () => null,
  async run({ input }: { input: { sessionId: string; revokedAt: Date } }, { revokedSessions }) {
    await revokedSessions.add(input.sessionId, input.revokedAt);
    return { result: null };
  },
});
