import { solveChallenge as solve } from 'altcha-lib';
import type { Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

/** Does the proof of work that a browser's widget would do, and answers what to send back. */
export async function solveChallenge(text: string): Promise<string> {
  const challenge = JSON.parse(text) as Challenge;
  const solution = await solve({ challenge, deriveKey });
  if (solution === null) throw new Error('The challenge has no solution');
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
