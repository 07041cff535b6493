import { createHmac, randomInt } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import type { FieldProblem, Wording } from '../errors/index.ts';

const lifetimeMs = 20 * 60_000;

/** About half a second on a laptop, a few seconds on an old telephone. */
const cost = 5_000;
const leastRounds = 300;
const mostRounds = 700;

const hex = z.string().regex(/^[0-9a-f]{2,128}$/);
const payload = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: hex,
      salt: hex,
      cost: z.literal(cost),
      keyLength: z.literal(32),
      keyPrefix: hex,
      keySignature: hex,
      data: z.object({ notAfter: z.int() }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.int().min(0).max(mostRounds), derivedKey: hex }),
});

/** A puzzle against robots without pictures: whoever wants something has to compute for a moment. */
export interface Challenges {
  /** The challenge as JSON text, for the ALTCHA widget or `solveChallenge` of altcha-lib. */
  issue(now: Date): Promise<{ challenge: string; expiresAt: Date }>;
  /** What is wrong with a solution, told of the input path, or the id of its challenge. */
  judge(path: string, solution: string, now: Date): Promise<{ problem: FieldProblem } | { challengeId: string; expiresAt: Date }>;
}

/** Proof of work by altcha-lib, made and judged here; a challenge is signed by `key`, so nothing is stored until it is spent. */
export function altchaChallenges(key: Buffer): Challenges {
  const secrets = (): { hmacSignatureSecret: string; hmacKeySignatureSecret: string } => ({
    hmacSignatureSecret: secretFor(key, 'challenge'),
    hmacKeySignatureSecret: secretFor(key, 'derived-key'),
  });
  return {
    async issue(now) {
      const expiresAt = new Date(now.getTime() + lifetimeMs);
      const challenge = await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost,
        counter: randomInt(leastRounds, mostRounds),
        deriveKey,
        // The library would judge its own expiry by the machine's clock; ours is an argument.
        data: { notAfter: expiresAt.getTime() },
        ...secrets(),
      });
      return { challenge: JSON.stringify(challenge), expiresAt };
    },

    async judge(path, solution, now) {
      const parsed = payload.safeParse(decode(solution));
      if (!parsed.success) return { problem: problem(path, 'CHALLENGE_INVALID', texts.invalid) };
      const { challenge, solution: answer } = parsed.data;
      const { verified } = await verifySolution({ challenge, solution: answer, deriveKey, ...secrets() });
      if (!verified) return { problem: problem(path, 'CHALLENGE_INVALID', texts.invalid) };
      const expiresAt = new Date(challenge.parameters.data.notAfter);
      if (expiresAt <= now) return { problem: problem(path, 'CHALLENGE_EXPIRED', texts.expired) };
      return { challengeId: challenge.signature, expiresAt };
    },
  };
}

function decode(solution: string): unknown {
  if (solution.length > 4_096) return undefined;
  try {
    return JSON.parse(Buffer.from(solution, 'base64').toString('utf8'));
  } catch {
    return undefined;
  }
}

function secretFor(key: Buffer, label: string): string {
  return createHmac('sha256', key).update(label).digest('hex');
}

function problem(path: string, code: string, message: Wording): FieldProblem {
  return { path, code, message };
}

const texts = {
  invalid: { pt: 'A solução do desafio contra robôs não confere. Peça outro.', en: 'The solution of the puzzle against robots is wrong. Ask for another.' },
  expired: { pt: 'O desafio contra robôs venceu. Peça outro.', en: 'The puzzle against robots has expired. Ask for another.' },
} satisfies Record<string, Wording>;
