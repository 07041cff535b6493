import { randomUUID } from 'node:crypto';

/** The caller's correlation id when it is 8 to 128 letters, digits, `.`, `_` or `-`; else a new one. */
export function correlationIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[A-Za-z0-9._-]{8,128}$/.test(header) ? header : randomUUID();
}
