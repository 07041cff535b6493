import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { request } from 'undici';
import { z } from 'zod';

/** Public keys by `kid`; `undefined` for a key that is not there. */
export interface KeySet {
  find(kid: string): Promise<KeyObject | undefined>;
}

/** A private key that tokens are signed with. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

const jwks = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })) });

/** A JSON Web Key Set; private members may be there, they are left out by `publicKeys`. */
export interface JsonWebKeySet {
  readonly keys: readonly (JsonWebKey & { kid: string })[];
}

/** Reads a key set from JSON text, private or public. */
export function parseKeySet(text: string): JsonWebKeySet {
  return jwks.parse(JSON.parse(text));
}

/** The first key signs; the others stay published until the last token they signed has expired. */
export function signingKeyOf(keySet: JsonWebKeySet): SigningKey {
  const [first] = keySet.keys;
  if (first === undefined) throw new Error('The key set is empty');
  return { kid: first.kid, privateKey: createPrivateKey({ key: first, format: 'jwk' }) };
}

/** What may be published of a key set. */
export function publicKeys(keySet: JsonWebKeySet): JsonWebKeySet {
  const keys = keySet.keys.map((key) => ({
    ...createPublicKey({ key, format: 'jwk' }).export({ format: 'jwk' }),
    kid: key.kid,
    use: 'sig',
    alg: 'ES256',
  }));
  return { keys };
}

/** A key set that is already at hand, for identity itself and for tests. */
export function localKeySet(keySet: JsonWebKeySet): KeySet {
  const keys = keysById(keySet);
  return { find: (kid) => Promise.resolve(keys.get(kid)) };
}

/**
 * A key set fetched from its owner. Known keys are served from memory; an unknown `kid` causes at most one fetch per
 * cool-down, so a flood of invented ids costs nothing. When the owner is away, known keys keep working.
 */
export function remoteKeySet(options: {
  url: string;
  now: () => Date;
  cooldownMs?: number;
  timeoutMs?: number;
}): KeySet {
  const { url, now, cooldownMs = 10_000, timeoutMs = 3_000 } = options;
  let keys = new Map<string, KeyObject>();
  let nextFetchAt = 0;
  let running: Promise<void> | undefined;

  const refresh = async (): Promise<void> => {
    const { statusCode, body } = await request(url, { headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
    const text = await body.text();
    if (statusCode !== 200) return;
    keys = keysById(parseKeySet(text));
    nextFetchAt = now().getTime() + cooldownMs;
  };

  return {
    async find(kid) {
      const known = keys.get(kid);
      if (known !== undefined) return known;
      if (now().getTime() >= nextFetchAt) {
        running ??= refresh()
          .catch(() => {
            nextFetchAt = now().getTime() + 1_000;
          })
          .finally(() => {
            running = undefined;
          });
        await running;
      }
      return keys.get(kid);
    },
  };
}

function keysById(keySet: JsonWebKeySet): Map<string, KeyObject> {
  return new Map(keySet.keys.map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })]));
}
