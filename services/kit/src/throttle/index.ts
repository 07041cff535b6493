export { createAttempts, registerAttempts } from './attempts.ts';
export type { AttemptKey, Attempts } from './attempts.ts';
export { delayAfter } from './policy.ts';
export type { ThrottlePolicy } from './policy.ts';
