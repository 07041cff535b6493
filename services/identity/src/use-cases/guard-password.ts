import { platformErrors } from '@guiche/kit/errors';
import type { AppError } from '@guiche/kit/errors';
import type { LoginAttempt, Passwords, Throttle } from './ports.ts';

/**
 * Counts the attempt before its password is looked at. Runs in `admit`, so that a known idempotency key, whose body
 * holds the password, is no way to try passwords: a replay counts like any other attempt.
 */
export async function admitPassword(throttle: Throttle, attempt: LoginAttempt): Promise<void> {
  const retryAfterSeconds = await throttle.beginLogin(attempt);
  if (retryAfterSeconds > 0) throw platformErrors.TOO_MANY_REQUESTS({ retryAfterSeconds });
}

/** Looks at a typed password, with the same work for an account that does not exist; a right one is forgiven. */
export async function guardPassword(
  { throttle, passwords }: { throttle: Throttle; passwords: Passwords },
  attempt: LoginAttempt,
  typed: { password: string; findHash: () => Promise<string | null>; refusal: () => AppError },
): Promise<{ hash: string }> {
  const hash = await typed.findHash();
  const matches = await passwords.verify(typed.password, hash);
  if (hash === null || !matches) throw typed.refusal();
  await throttle.succeeded(attempt);
  return { hash };
}

/** The same password with today's parameters, when the stored hash has weaker ones. */
export async function renewedHash(passwords: Passwords, password: string, hash: string): Promise<string | null> {
  return passwords.isOutdated(hash) ? passwords.hash(password) : null;
}
