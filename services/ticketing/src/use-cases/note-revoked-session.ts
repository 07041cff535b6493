import { defineUseCase } from './define.ts';

export interface RevokedSessionInput {
  readonly sessionId: string;
  readonly revokedAt: Date;
}

/** A session ended before its time: its tokens are worth nothing here either. */
export const noteRevokedSession = defineUseCase({
  name: 'noteRevokedSession',
  action: 'projection:update',
  load: (_command: { input: RevokedSessionInput }) => null,
  async run({ input }, { sessions }) {
    await sessions.add(input.sessionId, input.revokedAt);
    return { result: null };
  },
});
