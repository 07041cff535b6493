import { availableParallelism } from 'node:os';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { platformErrors } from '@guiche/kit/errors';
import { longestPassword } from '../../domain/password-rules.ts';
import type { Passwords } from '../../use-cases/ports.ts';
import { createGate } from './gate.ts';

/** OWASP: Argon2id (the library's default), 19 MiB, 2 passes, 1 lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes a few at a time, so that a flood of logins can exhaust neither memory nor all processors. */
export function argon2Passwords(): Passwords {
  const gate = createGate({
    atOnce: Math.max(2, Math.min(4, availableParallelism())),
    waiting: 200,
    refusal: () => platformErrors.UNAVAILABLE(),
  });
  let nobody: Promise<string> | undefined;

  return {
    hash: (password) => gate(() => hash(canonical(password), parameters)),
    async verify(password, stored) {
      const plausible = stored !== null && password.length <= 2 * longestPassword;
      nobody ??= gate(() => hash('nobody', parameters));
      const against = stored !== null && plausible ? stored : await nobody;
      const matches = await gate(() => verify(against, plausible ? canonical(password) : 'somebody'));
      return plausible && matches;
    },
    isOutdated(stored) {
      const { memoryCost, timeCost } = parseOptions(stored);
      return memoryCost < parameters.memoryCost || timeCost < parameters.timeCost;
    },
  };
}

/** Two ways to type the same characters are one password. */
function canonical(password: string): string {
  return password.normalize('NFKC');
}
