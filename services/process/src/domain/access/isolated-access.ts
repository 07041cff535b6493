/** How long a mailed code works, how often it may be tried, and how long what it opens stays open. */
export const codeLifetimeMs = 10 * 60_000;
export const codeTries = 5;
export const isolatedSessionMs = 30 * 60_000;

/** The code that was mailed last for one grant; only its keyed hash is kept. */
export interface AccessCode {
  readonly grantId: string;
  readonly codeHash: string;
  readonly expiresAt: Date;
  readonly triesLeft: number;
}

/** Whether a typed code is the mailed one; `row` is what was left when this try was taken from it. */
export function opens(row: AccessCode | undefined, typedHash: string, now: Date): boolean {
  return row !== undefined && row.expiresAt > now && row.codeHash === typedHash;
}
