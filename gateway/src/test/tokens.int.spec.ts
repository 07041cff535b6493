import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testKeys } from '@guiche/kit/testing';
import { createHmac } from 'node:crypto';
import { issuer } from './test-subgraphs.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.stop());

const now = Math.floor(Date.now() / 1000);
const claims = {
  iss: issuer,
  aud: 'guiche',
  sub: '1',
  client_id: 'portal',
  jti: 'token',
  iat: now,
  exp: now + 600,
  principal: 'person',
  sid: 'session',
};
const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const signedWithPublicKey = (): string => {
  const { kid, publicKey } = gateway.keys;
  const content = `${encode({ alg: 'HS256', typ: 'at+jwt', kid })}.${encode(claims)}`;
  const secret = publicKey.export({ type: 'spki', format: 'pem' });
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
};

const forgeries: Record<string, () => string> = {
  'alg none': () => `${encode({ alg: 'none', typ: 'at+jwt' })}.${encode(claims)}.`,
  'HS256 with the public key as secret': signedWithPublicKey,
  'an expired token': () => gateway.keys.sign({ ...claims, iat: now - 1_200, exp: now - 600 }),
  'another issuer': () => gateway.keys.sign({ ...claims, iss: 'https://elsewhere.test' }),
  'another audience': () => gateway.keys.sign({ ...claims, aud: 'process' }),
  'an ID or refresh token': () => gateway.keys.sign(claims, { typ: 'JWT' }),
  'a key nobody published': () => testKeys().sign(claims),
  'a foreign key under our key id': () => testKeys().sign(claims, { kid: gateway.keys.kid }),
  'a key offered by the token itself': () => testKeys().sign(claims, { jku: 'http://127.0.0.1:9/keys' }),
  'missing claims': () => gateway.keys.sign({ ...claims, sid: undefined }),
  'a changed payload': () => {
    const [header, , signature] = gateway.token().split('.');
    return `${header}.${encode({ ...claims, sub: '2' })}.${signature}`;
  },
  'no token at all': () => '',
  'nine kilobytes': () => 'x'.repeat(9_000),
};

describe('before anything is planned, the gateway refuses', () => {
  it.each(Object.keys(forgeries))('%s', async (name) => {
    const answer = await gateway.ask('{ me { id } }', {}, { token: forgeries[name]?.() ?? '' });
    expect(answer.status).toBe(401);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'INVALID_TOKEN', kind: 'unauthenticated', origin: 'client' });
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    expect(gateway.subgraphs.identity.received).toEqual([]);
  });

  it('credentials of another scheme', async () => {
    const answer = await gateway.ask('{ me { id } }', {}, { headers: { authorization: 'Basic YTpi' } });
    expect(answer.status).toBe(401);
  });
});

it('a good token is accepted and the subgraph verifies the same one', async () => {
  const token = gateway.token();
  expect((await gateway.ask('{ actor }', {}, { token })).data).toEqual({ actor: 'person' });
  expect(gateway.subgraphs.identity.received.at(-1)?.authorization).toBe(`Bearer ${token}`);
});
