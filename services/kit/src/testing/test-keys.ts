import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { JwtHeader } from 'jsonwebtoken';
import { publicKeys } from '../auth/index.ts';
import type { JsonWebKeySet } from '../auth/index.ts';

/** An ES256 signing key made for one test, as identity would hold it and as it would publish it. */
export interface TestKeys {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** With the private members, as in `SIGNING_KEYS_FILE`. */
  readonly privateJwks: JsonWebKeySet;
  /** What `/.well-known/jwks.json` shows. */
  readonly publicJwks: JsonWebKeySet;
  /** Signs any claims with any header, right or wrong; nothing is added to them. */
  sign(claims: Record<string, unknown>, header?: Partial<JwtHeader>): string;
}

/** Makes a new ES256 key pair. */
export function testKeys(): TestKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = `test-${randomUUID()}`;
  const privateJwks: JsonWebKeySet = { keys: [{ ...privateKey.export({ format: 'jwk' }), kid }] };
  return {
    kid,
    privateKey,
    publicKey,
    privateJwks,
    publicJwks: publicKeys(privateJwks),
    sign: (claims, header = {}) =>
      jwt.sign(claims, privateKey, {
        algorithm: 'ES256',
        noTimestamp: claims['iat'] === undefined, // the library would take an `iat` away
        header: { alg: 'ES256', typ: 'at+jwt', kid, ...header },
      }),
  };
}
