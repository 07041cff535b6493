import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who may do what with a path, until when. `audience` is a principal's key or a service's name. */
export interface SignedPath {
  readonly path: string;
  readonly method: 'GET' | 'PUT';
  readonly audience: string;
  readonly expiresAt: Date;
}

/** What is said of a signed path. Only a path that we did sign can be `expired`. */
export type PathVerdict =
  | { readonly state: 'valid'; readonly audience: string; readonly expiresAt: Date }
  | { readonly state: 'expired' }
  | { readonly state: 'invalid' };

/** Adds `aud`, `exp` (Unix seconds) and `sig` (HMAC-SHA-256) to a path without a query. */
export function signPath(key: Buffer, { path, method, audience, expiresAt }: SignedPath): string {
  if (path.includes('?') || path.includes('#')) throw new Error('A signed path has no query of its own');
  const exp = String(Math.floor(expiresAt.getTime() / 1000));
  const sig = signature(key, method, path, audience, exp).toString('base64url');
  return `${path}?${new URLSearchParams({ aud: audience, exp, sig }).toString()}`;
}

/** Judges a requested path with its query, in constant time as to the signature. */
export function verifyPath(
  key: Buffer,
  request: { method: 'GET' | 'PUT'; path: string; query: URLSearchParams; now: Date },
): PathVerdict {
  const [audience, exp, sig] = ['aud', 'exp', 'sig'].map((name) => {
    const values = request.query.getAll(name);
    return values.length === 1 ? values[0] : undefined;
  });
  if (audience === undefined || exp === undefined || sig === undefined) return { state: 'invalid' };
  if (!/^\d{1,12}$/.test(exp)) return { state: 'invalid' };
  const given = Buffer.from(sig, 'base64url');
  const expected = signature(key, request.method, request.path, audience, exp);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { state: 'invalid' };
  const expiresAt = new Date(Number(exp) * 1000);
  return expiresAt <= request.now ? { state: 'expired' } : { state: 'valid', audience, expiresAt };
}

function signature(key: Buffer, ...parts: readonly string[]): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest();
}
