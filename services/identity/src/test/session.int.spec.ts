import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { testKeys, waitFor } from '@guiche/kit/testing';
import { cpfOf } from './builders.ts';
import { configureStaffMember, operator, startRig } from './rig.ts';

const logIn = `mutation($input: LogInInput!) { logIn(input: $input) { replayed session { id accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt } } }`;
const logInStaff = `mutation($input: LogInStaffInput!) { logInStaff(input: $input) { session { accessToken refreshToken } } }`;
const refresh = `mutation($refreshToken: String!, $key: String) {
  refreshSession(input: { refreshToken: $refreshToken, idempotencyKey: $key }) { replayed session { id accessToken refreshToken } }
}`;
const logOut = `mutation { logOut(input: {}) { sessionId } }`;

interface LogIn { logIn: { replayed: boolean; session: { id: string; accessToken: string; refreshToken: string } } }
interface Refresh { refreshSession: { replayed: boolean; session: { id: string; accessToken: string; refreshToken: string } } }

describe('sessions', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let ana: Awaited<ReturnType<typeof rig.register>>;
  beforeAll(async () => {
    rig = await startRig();
    ana = await rig.register({ cpf: cpfOf(1), email: 'ana@exemplo.test', fullName: 'Ana Lima' });
  });
  afterAll(() => rig.stop());
  beforeEach(() => {
    rig.clock.advance({ hours: 2 }); // lets every throttle of the test before run out
  });

  const codeOf = (answer: { errors: readonly { extensions?: Record<string, unknown> }[] }): unknown => answer.errors[0]?.extensions?.['code'];
  const me = (token: string) => rig.as()('{ me { id } }', {}, { token });

  it('open by CPF with or without mask, and by e-mail address in any case', async () => {
    const cpf = cpfOf(1);
    for (const login of [cpf, cpf.replace(/(\d{3})(\d{3})(\d{3})/, '$1.$2.$3-'), 'ANA@exemplo.test', ' ana@exemplo.test ']) {
      const { accessToken } = await rig.openSession(login, ana.password);
      expect((await me(accessToken)).data).toEqual({ me: { id: ana.personId } });
    }
  });

  it('refuse a wrong password and an unknown account alike, with the same work', async () => {
    const wrong = await rig.as()(logIn, { input: { login: 'ana@exemplo.test', password: 'Errada-123' } });
    const unknown = await rig.as()(logIn, { input: { login: 'ninguem@exemplo.test', password: 'Errada-123' } });
    const without = ({ status, data, errors }: typeof wrong) => JSON.stringify({ status, data, errors }).replace(/"correlationId":"[^"]*"/g, '');
    expect(codeOf(wrong)).toBe('INVALID_CREDENTIALS');
    expect(without(unknown)).toBe(without(wrong));
    expect((await rig.as()(logIn, { input: { login: 'ana@exemplo.test', password: `${ana.password}${'x'.repeat(100_000)}` } })).errors).toHaveLength(1);
  });

  it('throttle guesses for known and unknown accounts alike, and let the owner in afterwards', async () => {
    const guess = (login: string) => rig.as()(logIn, { input: { login, password: 'Errada-123' } });
    for (const login of ['ana@exemplo.test', 'fulano@exemplo.test']) {
      const codes: unknown[] = [];
      for (let round = 0; round < 6; round += 1) codes.push(codeOf(await guess(login)));
      expect(codes).toEqual([...Array<string>(5).fill('INVALID_CREDENTIALS'), 'TOO_MANY_REQUESTS']);
    }
    const closed = await rig.as()(logIn, { input: { login: 'ana@exemplo.test', password: ana.password } });
    expect(closed.errors[0]?.extensions).toMatchObject({ code: 'TOO_MANY_REQUESTS', kind: 'rate-limited', retryAfterSeconds: 1 });
    rig.clock.advance({ seconds: 2 });
    expect((await rig.as()(logIn, { input: { login: 'ana@exemplo.test', password: ana.password } })).errors).toEqual([]);
  });

  it('count guesses made at the same time', async () => {
    const guesses = Array.from({ length: 20 }, () => rig.as()(logIn, { input: { login: 'paralela@exemplo.test', password: 'Errada-123' } }));
    const codes = (await Promise.all(guesses)).map(codeOf);
    expect(codes.filter((code) => code === 'INVALID_CREDENTIALS').length).toBeLessThanOrEqual(5);
    expect(codes).toContain('TOO_MANY_REQUESTS');
  });

  it('are not closed to their owner by strangers from other addresses', async () => {
    await rig.openSession('ana@exemplo.test', ana.password);
    for (let round = 0; round < 30; round += 1) {
      await rig.as()(logIn, { input: { login: 'ana@exemplo.test', password: 'Errada-123' } }, { headers: rig.from(`203.0.113.${String(round)}`) });
    }
    const fromNew = await rig.as()(logIn, { input: { login: 'ana@exemplo.test', password: ana.password } }, { headers: rig.from('198.51.100.7') });
    expect(codeOf(fromNew)).toBe('TOO_MANY_REQUESTS');
    expect((await rig.as()(logIn, { input: { login: 'ana@exemplo.test', password: ana.password } })).errors).toEqual([]);
  });

  it('are throttled by the address they come from, not by one they claim without being the gateway', async () => {
    const codes: unknown[] = [];
    for (let round = 0; round < 6; round += 1) {
      const headers = { ...rig.from(`203.0.113.${String(round)}`), 'x-gateway-credential': 'a-guess-of-the-credential-of-the-gateway' };
      codes.push(codeOf(await rig.as()(logIn, { input: { login: 'fulana@exemplo.test', password: 'Errada-123' } }, { headers })));
    }
    expect(codes).toEqual([...Array<string>(5).fill('INVALID_CREDENTIALS'), 'TOO_MANY_REQUESTS']);
  });

  it('replay a login with the same key: the same session, and no token was stored', async () => {
    const input = { login: 'ana@exemplo.test', password: ana.password, idempotencyKey: 'login-ana-1' };
    const first = await rig.as()<LogIn>(logIn, { input });
    const second = await rig.as()<LogIn>(logIn, { input });
    expect(first.data?.logIn.replayed).toBe(false);
    expect(second.data?.logIn).toMatchObject({ replayed: true, session: { id: first.data?.logIn.session.id, refreshToken: first.data?.logIn.session.refreshToken } });
    expect((await me(second.data?.logIn.session.accessToken ?? '')).data).toEqual({ me: { id: ana.personId } });
    const stored = JSON.stringify(await rig.connection.collection('idempotency').find().toArray()) + JSON.stringify(await rig.connection.collection('sessions').find().toArray());
    expect(stored).toContain(first.data?.logIn.session.id ?? 'no session');
    expect(stored).not.toContain(first.data?.logIn.session.refreshToken.split('.')[2] ?? 'no token');
    expect(stored).not.toContain('eyJ');
    const otherPassword = await rig.as()(logIn, { input: { ...input, password: 'Errada-123' } });
    expect(codeOf(otherPassword)).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('rotate the refresh token, and a reused one ends the whole session', async () => {
    const opened = await rig.openSession('ana@exemplo.test', ana.password);
    const next = await rig.as()<Refresh>(refresh, { refreshToken: opened.refreshToken });
    const session = next.data?.refreshSession.session;
    expect(session?.refreshToken).not.toBe(opened.refreshToken);
    rig.clock.advance({ seconds: 30 });
    expect(codeOf(await rig.as()(refresh, { refreshToken: opened.refreshToken }))).toBe('INVALID_REFRESH_TOKEN');
    expect(codeOf(await rig.as()(refresh, { refreshToken: session?.refreshToken }))).toBe('INVALID_REFRESH_TOKEN');
    const revoked = await rig.said('guiche.identity.v1.SessionRevoked');
    expect(revoked.map(({ sessionId }) => sessionId)).toContain(opened.id);
    await waitFor(async () => (await me(session?.accessToken ?? '')).status === 401, { describe: 'the access token to be refused', timeoutMs: 15_000 });
  });

  it('refresh with the same key again gives the same tokens', async () => {
    const opened = await rig.openSession('ana@exemplo.test', ana.password);
    const variables = { refreshToken: opened.refreshToken, key: 'refresh-ana-1' };
    const first = await rig.as()<Refresh>(refresh, variables);
    const second = await rig.as()<Refresh>(refresh, variables);
    expect(second.data?.refreshSession).toMatchObject({ replayed: true, session: { refreshToken: first.data?.refreshSession.session.refreshToken } });
  });

  it('give two refreshes at the same time one winner, who keeps the session', async () => {
    const opened = await rig.openSession('ana@exemplo.test', ana.password);
    const answers = await Promise.all([1, 2].map(() => rig.as()<Refresh>(refresh, { refreshToken: opened.refreshToken })));
    const won = answers.filter(({ errors }) => errors.length === 0);
    expect(won).toHaveLength(1);
    expect(answers.map(codeOf)).toContain('REFRESH_TOKEN_ALREADY_USED');
    const next = await rig.as()<Refresh>(refresh, { refreshToken: won[0]?.data?.refreshSession.session.refreshToken });
    expect(next.errors).toEqual([]);
  });

  it('refuse refresh tokens that were not given out', async () => {
    const opened = await rig.openSession('ana@exemplo.test', ana.password);
    const [id = '', generation = '', seal = ''] = opened.refreshToken.split('.');
    const own = createHmac('sha256', 'guess').update(`${id}.2`).digest('base64url');
    for (const refreshToken of [`${id}.2.${seal}`, `${id}.2.${own}`, `${id}.${generation}`, `${id}.${generation}.`, '', '..', opened.accessToken, 'x'.repeat(500_000), '{"$gt":""}']) {
      expect(codeOf(await rig.as()(refresh, { refreshToken }))).toBe('INVALID_REFRESH_TOKEN');
    }
    expect((await rig.as()(refresh, { refreshToken: opened.refreshToken })).errors).toEqual([]);
  });

  it('end at logging out, everywhere within the promised minute', async () => {
    const opened = await rig.openSession('ana@exemplo.test', ana.password);
    const out = await rig.as()(logOut, {}, { token: opened.accessToken });
    expect(out.data).toEqual({ logOut: { sessionId: opened.id } });
    expect(codeOf(await rig.as()(refresh, { refreshToken: opened.refreshToken }))).toBe('INVALID_REFRESH_TOKEN');
    expect((await rig.said('guiche.identity.v1.SessionRevoked')).filter(({ sessionId }) => sessionId === opened.id)).toHaveLength(1);
    await waitFor(async () => (await me(opened.accessToken)).status === 401, { describe: 'the access token to be refused', timeoutMs: 15_000 });
  });

  it('give staff the roles of the moment, at each refresh anew', async () => {
    const member = { municipalityId: 'campinas', username: 'clerk.one', fullName: 'Carla Nunes', unitIds: ['campinas-protocolo-geral'], roles: ['CLERK'], password: 'Violeta-2' };
    expect((await rig.as(operator)(configureStaffMember, { input: member })).errors).toEqual([]);
    for (const municipality of ['campinas', 'PMC', 'pmc']) {
      const { errors } = await rig.as()(logInStaff, { input: { municipality, username: 'Clerk.One', password: 'Violeta-2' } });
      expect(errors).toEqual([]);
    }
    const { data } = await rig.as()<{ logInStaff: { session: { accessToken: string; refreshToken: string } } }>(logInStaff, {
      input: { municipality: 'campinas', username: 'clerk.one', password: 'Violeta-2' },
    });
    const staffMe = await rig.as()('{ staffMe { fullName roles units { id } municipality { id } } me { id } }', {}, { token: data?.logInStaff.session.accessToken ?? '' });
    expect(staffMe.data).toEqual({
      staffMe: { fullName: 'Carla Nunes', roles: ['CLERK'], units: [{ id: 'campinas-protocolo-geral' }], municipality: { id: 'campinas' } },
      me: null,
    });
    await rig.as(operator)(configureStaffMember, { input: { ...member, roles: ['ADMINISTRATOR', 'CLERK'] } });
    const next = await rig.as()<Refresh>(refresh, { refreshToken: data?.logInStaff.session.refreshToken });
    expect(jwt.decode(next.data?.refreshSession.session.accessToken ?? '')).toMatchObject({ roles: ['administrator', 'clerk'], municipality: 'campinas' });
    await rig.as(operator)(configureStaffMember, { input: { ...member, active: false } });
    const lastToken = next.data?.refreshSession.session.accessToken ?? '';
    await waitFor(async () => (await rig.as()('{ staffMe { id } }', {}, { token: lastToken })).status === 401, { describe: 'the end of the session', timeoutMs: 15_000 });
    expect(codeOf(await rig.as()(refresh, { refreshToken: next.data?.refreshSession.session.refreshToken }))).toBe('INVALID_REFRESH_TOKEN');
    expect(codeOf(await rig.as()(logInStaff, { input: { municipality: 'campinas', username: 'clerk.one', password: 'Violeta-2' } }))).toBe('INVALID_CREDENTIALS');
    expect(codeOf(await rig.as()(logInStaff, { input: { municipality: 'rio', username: 'clerk.one', password: 'Violeta-2' } }))).toBe('INVALID_CREDENTIALS');
  });

  it('give access tokens that cannot be bent (RFC 8725)', async () => {
    const { accessToken, refreshToken } = await rig.openSession('ana@exemplo.test', ana.password);
    const decoded = jwt.decode(accessToken, { complete: true }) as unknown as { header: Record<string, unknown>; payload: Record<string, unknown> };
    const { header, payload } = decoded;
    expect(header).toMatchObject({ alg: 'ES256', typ: 'at+jwt', kid: rig.keys.kid });
    expect(Number(payload['exp']) - Number(payload['iat'])).toBe(600);
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const [, body = '', signature = ''] = accessToken.split('.');
    const stranger = testKeys();
    const publicPem = rig.keys.publicKey.export({ type: 'spki', format: 'pem' });
    const hmacInput = `${part({ ...header, alg: 'HS256' })}.${body}`;
    const attacks: Record<string, string> = {
      'alg none': `${part({ ...header, alg: 'none' })}.${body}.`,
      'HS256 with the public key': `${hmacInput}.${createHmac('sha256', publicPem).update(hmacInput).digest('base64url')}`,
      'another key under our kid': stranger.sign(payload, { kid: rig.keys.kid }),
      'an unknown kid': stranger.sign(payload),
      'another person in the same signature': `${part(header)}.${part({ ...payload, sub: 'somebody-else' })}.${signature}`,
      'another issuer': rig.keys.sign({ ...payload, iss: 'http://sibling.test' }),
      'another audience': rig.keys.sign({ ...payload, aud: 'process' }),
      'expired': rig.keys.sign({ ...payload, exp: Number(payload['iat']) - 60 }),
      'no expiry': rig.keys.sign(Object.fromEntries(Object.entries(payload).filter(([name]) => name !== 'exp'))),
      'an ID token': rig.keys.sign(payload, { typ: 'JWT' }),
      'a refresh token': refreshToken,
      'the key brought along': stranger.sign(payload, { kid: stranger.kid, jwk: stranger.publicJwks.keys[0] } as object),
    };
    const statuses = await Promise.all(Object.entries(attacks).map(async ([name, token]) => [name, (await me(token)).status]));
    expect(Object.fromEntries(statuses)).toEqual(Object.fromEntries(Object.keys(attacks).map((name) => [name, 401])));
    rig.clock.advance({ minutes: 10, seconds: 6 });
    expect((await me(accessToken)).status).toBe(401);
  });

  it('publish the public keys only', async () => {
    const response = await fetch(`${rig.service.url}/.well-known/jwks.json`);
    const keys = (await response.json()) as { keys: Record<string, unknown>[] };
    expect(keys.keys).toHaveLength(1);
    expect(keys.keys[0]).toMatchObject({ kid: rig.keys.kid, alg: 'ES256', use: 'sig' });
    expect(keys.keys[0]).not.toHaveProperty('d');
  });
});
