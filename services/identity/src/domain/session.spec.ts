import { describe, expect, it } from '@jest/globals';
import { openSession, refreshSession, revokeSession } from './session.ts';

const start = new Date('2026-03-02T12:00:00Z');
const after = (ms: number): Date => new Date(start.getTime() + ms);
const day = 24 * 60 * 60_000;
const owner = { kind: 'person', personId: 'p' } as const;

describe('a session', () => {
  it('rotates its token at each refresh', () => {
    const first = openSession('s', owner, start);
    const decision = refreshSession(first, 1, after(60_000));
    expect(decision).toMatchObject({ kind: 'refreshed', session: { generation: 2, rotatedAt: after(60_000) } });
  });

  it('slides 30 days with each refresh, but ends 90 days after the login', () => {
    let session = openSession('s', owner, start);
    expect(session.expiresAt).toEqual(after(30 * day));
    for (const days of [29, 58, 87]) {
      const decision = refreshSession(session, session.generation, after(days * day));
      if (decision.kind !== 'refreshed') throw new Error(decision.kind);
      session = decision.session;
    }
    expect(session.expiresAt).toEqual(after(90 * day));
    expect(refreshSession(session, session.generation, after(90 * day)).kind).toBe('ended');
  });

  it('is revoked by a token that is used again', () => {
    const session = { ...openSession('s', owner, start), generation: 5, rotatedAt: start };
    for (const generation of [1, 3]) expect(refreshSession(session, generation, after(1)).kind).toBe('reused');
    const reused = refreshSession(session, 4, after(2_001));
    expect(reused).toMatchObject({ kind: 'reused', session: { revokedAt: after(2_001) }, event: { type: 'SessionRevoked', tenantId: 'all' } });
  });

  it('only tells the loser of a race, whose token was used a moment ago', () => {
    const session = { ...openSession('s', owner, start), generation: 2, rotatedAt: start };
    expect(refreshSession(session, 1, after(2_000)).kind).toBe('raced');
  });

  it('gives nothing for a token from the future, nor after its end', () => {
    const session = openSession('s', owner, start);
    expect(refreshSession(session, 2, after(1)).kind).toBe('ended');
    expect(refreshSession(revokeSession(session, start).session, 1, after(1)).kind).toBe('ended');
  });
});
