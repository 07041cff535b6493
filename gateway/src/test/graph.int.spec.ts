import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { GraphqlAnswer } from '@guiche/kit/testing';
import { startTestGateway, type TestGateway } from './test-gateway.ts';
import { gatewayCredential } from './test-subgraphs.ts';

const known = 'query KnownTickets($first: Int!) { tickets(first: $first) { edges { node { number process { number owner { name } } } } } }';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ SUBGRAPH_TIMEOUT_MS: '400', REQUEST_DEADLINE_MS: '700', CORS_ORIGINS: 'https://portal.test' }, [known]);
});
afterAll(() => gateway.stop());
beforeEach(() => {
  for (const subgraph of Object.values(gateway.subgraphs)) {
    subgraph.received.length = 0;
    subgraph.loaded.length = 0;
    subgraph.behave('serve');
  }
});

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${gateway.url}/graphql`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
const codes = ({ errors }: GraphqlAnswer<unknown>): unknown[] => errors.map(({ extensions }) => extensions?.['code']);

describe('one query over several subgraphs', () => {
  it('sends each entity key once and fills every place', async () => {
    const answer = await gateway.ask('{ tickets(first: 30) { edges { node { requester { name } process { number } } } } }');
    expect(answer.errors).toEqual([]);
    const { edges } = (answer.data as { tickets: { edges: { node: { requester: { name: string }; process: { number: string } } }[] } }).tickets;
    expect(edges.map(({ node }) => node.requester.name)).toEqual(Array.from({ length: 30 }, (_, index) => `Person ${index % 3}`));
    expect(edges.map(({ node }) => node.process.number)).toEqual(Array.from({ length: 30 }, (_, index) => `P-${index % 2}`));
    expect(gateway.subgraphs.identity.loaded.sort()).toEqual(['0', '1', '2']);
    expect(gateway.subgraphs.process.loaded.sort()).toEqual(['0', '1']);
  });

  it('tells subgraph requests and cost when asked, and only then', async () => {
    const explained = await (await post(JSON.stringify({ query: known, variables: { first: 2 } }), { 'x-guiche-explain': '1' })).json();
    expect(explained).toMatchObject({
      extensions: {
        subgraphRequests: { total: 3, byService: { ticketing: 1, process: 1, identity: 1 } },
        cost: { requested: 1 + 2 * 3, limit: 5_000 },
      },
    });
    expect(await (await post(JSON.stringify({ query: '{ me { id } }' }))).json()).toEqual({ data: { me: { id: '1' } } });
  });

  it('asks nobody anything while plans are warmed, and known documents fit the graph', () => {
    expect(gateway.logged()).toContain('plans warmed');
    expect(gateway.logged()).not.toContain('does not fit');
  });
});

describe('what a subgraph receives', () => {
  it('is the caller token, language, correlation, address and user agent with the proof of it, whatever else the client sends', async () => {
    const token = gateway.token();
    const answer = await gateway.ask('{ actor }', {}, {
      token,
      headers: {
        'accept-language': 'en-US,en;q=0.9',
        'x-correlation-id': 'from-the-client',
        'user-agent': 'Portal/1.0',
        'x-client-user-agent': 'from-the-client',
        'x-client-address': '10.9.9.9',
        'x-gateway-credential': 'from-the-client',
        'x-forwarded-for': '10.8.8.8',
        'x-user-id': 'somebody',
        'x-internal-role': 'administrator',
        cookie: 'a=b',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      },
    });
    expect(answer.data).toEqual({ actor: 'person' });
    expect(answer.headers.get('x-correlation-id')).toBe('from-the-client');
    const { host: _host, connection: _connection, 'content-length': _length, ...headers } = gateway.subgraphs.identity.received[0] ?? {};
    expect(headers).toEqual({
      'content-type': 'application/json',
      'accept-language': 'en',
      authorization: `Bearer ${token}`,
      'x-correlation-id': 'from-the-client',
      'x-client-address': expect.stringMatching(/127\.0\.0\.1$/),
      'x-client-user-agent': 'Portal/1.0',
      'x-gateway-credential': gatewayCredential,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    });
  });

  it('has no authorization when the caller is anonymous, and always a trace', async () => {
    expect((await gateway.ask('{ actor }')).data).toEqual({ actor: 'anonymous' });
    const [headers] = gateway.subgraphs.identity.received;
    expect(headers?.authorization).toBeUndefined();
    expect(headers?.['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  });
});

describe('errors', () => {
  it('of a subgraph keep their code, details and language, and say that the client has to act', async () => {
    const answer = await gateway.ask('{ me { id } notFound { id } }', {}, { headers: { 'x-correlation-id': 'corr-12345678' } });
    expect(answer.data).toEqual({ me: { id: '1' }, notFound: null });
    expect(answer.errors).toEqual([
      {
        message: 'Você não tem permissão para esta ação.',
        path: ['notFound'],
        extensions: { code: 'FORBIDDEN', kind: 'forbidden', hint: 'detail', correlationId: 'corr-12345678', origin: 'client' },
      },
    ]);
  });

  it('nobody foresaw are masked on the way', async () => {
    const answer = await gateway.ask('{ fails }');
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'INTERNAL_ERROR', kind: 'unavailable', origin: 'subgraph', service: 'identity' });
    expect(JSON.stringify(answer.errors)).not.toMatch(/secret|stack|127\.0\.0\.1/);
  });

  it('of GraphQL itself name neither suggestions nor stack traces', async () => {
    const unknown = await gateway.ask('{ mee { id } }');
    expect(unknown.status).toBe(400);
    expect(codes(unknown)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(unknown.errors[0]?.extensions).toMatchObject({ kind: 'invalid', origin: 'client' });
    expect(JSON.stringify(unknown.errors)).not.toMatch(/Did you mean|stacktrace/);
    expect(codes(await gateway.ask('{ me {'))).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(codes(await gateway.ask('query($n: Int!) { tickets(first: $n) { edges { cursor } } }'))).toEqual(['BAD_USER_INPUT']);
    expect(codes(await gateway.ask('{ __schema { queryType { name } } }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(codes(await gateway.ask('{ _service { sdl } }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(codes(await gateway.ask('{ _entities(representations: []) { __typename } }'))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('are in English only when that is asked for first', async () => {
    const wordingOf = async (language: string): Promise<string | undefined> =>
      (await gateway.ask('{ me { id } }', {}, { token: 'x', headers: { 'accept-language': language } })).errors[0]?.message;
    expect(await wordingOf('en')).toBe('The session is not valid or has expired. Log in again.');
    expect(await wordingOf('pt-BR,en')).toBe('A sessão não é válida ou expirou. Entre de novo.');
  });
});

describe('a subgraph that fails', () => {
  const query = '{ me { name } tickets(first: 2) { edges { node { number } } } }';
  const unavailable = { code: 'SUBGRAPH_UNAVAILABLE', kind: 'unavailable', origin: 'subgraph', service: 'ticketing' };

  it.each([
    ['answer 503', unavailable],
    ['answer half', unavailable],
    ['answer html', unavailable],
    ['drop connections', unavailable],
    ['hang', { ...unavailable, code: 'SUBGRAPH_TIMEOUT' }],
  ] as const)('(%s) costs its own fields only, within the deadline', async (behaviour, extensions) => {
    gateway.subgraphs.ticketing.behave(behaviour);
    const startedAt = performance.now();
    const answer = await gateway.ask(query);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    expect(answer.status).toBe(200);
    expect(answer.data).toEqual({ me: { name: 'Person 1' }, tickets: null });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]).toMatchObject({ path: ['tickets'], extensions });
    expect(answer.errors[0]?.message).toContain('ticketing');
    expect(JSON.stringify(answer.errors)).not.toContain('127.0.0.1');
  });

  it('below the root leaves what the others gave, and the error says where', async () => {
    gateway.subgraphs.process.behave('answer 503');
    const answer = await gateway.ask('{ tickets(first: 2) { edges { node { number process { number } } } } }');
    expect(answer.data).toEqual({ tickets: { edges: [0, 1].map((id) => ({ node: { number: `T-${id}`, process: { number: null } } })) } });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors[0]).toMatchObject({ path: ['tickets', 'edges'], extensions: { ...unavailable, service: 'process' } });
  });

  it('after another one makes the whole no slower than the deadline', async () => {
    gateway.subgraphs.process.behave('hang');
    gateway.subgraphs.identity.behave('hang');
    const startedAt = performance.now();
    const answer = await gateway.ask(known, { first: 1 });
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(codes(answer)).toContain('SUBGRAPH_TIMEOUT');
  });

  it('by closing an idle connection is asked a query again, but never a mutation', async () => {
    const { identity } = gateway.subgraphs;
    identity.behave('drop connections');
    await gateway.ask('{ me { id } }');
    expect(identity.received).toHaveLength(2);
    identity.received.length = 0;
    await gateway.ask('mutation { rename(name: "x") { id } }');
    expect(identity.received).toHaveLength(1);
  });

  it('by refusing the session hands its own refusal on', async () => {
    const answer = await gateway.ask('{ me { id } }', {}, { token: gateway.token('revoked') });
    expect(codes(answer)).toEqual(['INVALID_TOKEN']);
    expect(answer.errors[0]?.extensions).toMatchObject({ kind: 'unauthenticated', origin: 'client' });
  });
});

describe('POST /graphql refuses', () => {
  const query = JSON.stringify({ query: '{ me { id } }' });
  const refused = async (answer: Response): Promise<{ status: number; code: unknown }> => {
    const { errors } = (await answer.json()) as { errors: { extensions: { code: string; correlationId: string } }[] };
    expect(errors[0]?.extensions.correlationId).toBe(answer.headers.get('x-correlation-id'));
    return { status: answer.status, code: errors[0]?.extensions.code };
  };

  it('what a form, a file or a batch would send', async () => {
    expect(await refused(await post(query, { 'content-type': 'text/plain' }))).toEqual({ status: 415, code: 'BODY_NOT_JSON' });
    expect(await refused(await post(query, { 'content-type': 'multipart/form-data; boundary=x' }))).toEqual({ status: 415, code: 'BODY_NOT_JSON' });
    expect(await refused(await post(`[${query},${query}]`))).toEqual({ status: 400, code: 'BATCHING_NOT_ALLOWED' });
    expect((await fetch(`${gateway.url}/graphql?query={me{id}}`)).status).toBe(405);
    expect(gateway.subgraphs.identity.received).toEqual([]);
  });

  it('bodies that are too large, broken or of another shape', async () => {
    const large = JSON.stringify({ query: '{ me { id } }', variables: { x: 'x'.repeat(256 * 1024) } });
    expect(await refused(await post(large))).toEqual({ status: 413, code: 'BODY_TOO_LARGE' });
    expect((await post(large, { authorization: `Bearer ${gateway.token()}` })).status).toBe(200);
    const larger = JSON.stringify({ query: '{ me { id } }', variables: { x: 'x'.repeat(5 * 1024 * 1024) } });
    expect(await refused(await post(larger, { authorization: `Bearer ${gateway.token()}` }))).toEqual({ status: 413, code: 'BODY_TOO_LARGE' });
    expect(await refused(await post('{"query":'))).toEqual({ status: 415, code: 'BODY_NOT_JSON' });
    for (const body of ['{}', '{"query":{"kind":"Document"}}', '{"query":"{ me { id } }","variables":"{}"}', '{"query":"{ me { id } }","variables":[]}', '{"query":"{ me { id } }","operationName":1}']) {
      expect(await refused(await post(body))).toEqual({ status: 400, code: 'INVALID_REQUEST' });
    }
  });

  it('operations over a limit, before anything is planned', async () => {
    expect(codes(await gateway.ask(`{ ${'me { id } '.repeat(21)} }`))).toEqual(['TOO_MANY_ROOT_FIELDS']);
    expect(codes(await gateway.ask('mutation { a: logIn(input: {name: "a", password: "1"}) { id } b: logIn(input: {name: "a", password: "2"}) { id } }'))).toEqual(['CREDENTIALS_ONCE']);
    expect(codes(await gateway.ask('query($first: Int!) { tickets(first: $first) { edges { node { process { owner { id } } } } } }', { first: 5_000 }))).toEqual(['OPERATION_TOO_COSTLY']);
  });

  it('keys that aim at prototypes harm nobody', async () => {
    const answer = await post('{"query":"query($first: Int) { __proto__: me { constructor: id } tickets(first: $first) { edges { cursor } } }","variables":{"__proto__":{"first":1},"first":1},"__proto__":{"query":"x"}}');
    expect([200, 400]).toContain(answer.status);
    expect(({} as Record<string, unknown>)['first']).toBeUndefined();
    expect((await gateway.ask('{ me { id } }')).data).toEqual({ me: { id: '1' } });
  });
});

describe('cross-origin requests', () => {
  const preflight = (origin: string): Promise<Response> => fetch(`${gateway.url}/graphql`, { method: 'OPTIONS', headers: { origin } });

  it('are allowed for the configured origin, without credentials', async () => {
    const allowed = await preflight('https://portal.test');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://portal.test');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    expect((await post('{"query":"{ me { id } }"}', { origin: 'https://portal.test' })).headers.get('access-control-allow-origin')).toBe('https://portal.test');
  });

  it('are not allowed for any other', async () => {
    for (const origin of ['https://portal.test.evil.example', 'null', 'http://portal.test']) {
      const refused = await preflight(origin);
      expect(refused.status).toBe(403);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('operation', () => {
  it('is ready although subgraphs are away, and shows which', async () => {
    const answer = await fetch(`${gateway.internalUrl}/health/ready`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'ready', checks: { identity: true, notification: false } });
  });

  it('measures known operations by name and all others together', async () => {
    await gateway.ask(known, { first: 1 });
    await gateway.ask('query Invented { me { id } }');
    const metrics = await (await fetch(`${gateway.internalUrl}/metrics`)).text();
    const lines = metrics.split('\n').filter((line) => /^guiche_gateway_\w+_count/.test(line));
    expect(lines).toContainEqual(expect.stringContaining('operation="KnownTickets",outcome="answered"'));
    expect(lines).toContainEqual(expect.stringContaining('subgraph="ticketing",outcome="answered"'));
    expect(metrics.includes('Invented')).toBe(false);
  });

  it('shows the public that it lives, and nothing of its readiness and metrics', async () => {
    const statuses = (url: string) => Promise.all(['/health/live', '/health/ready', '/metrics'].map(async (path) => (await fetch(url + path)).status));
    expect(await statuses(gateway.url)).toEqual([200, 404, 404]);
    expect(await statuses(gateway.internalUrl)).toEqual([200, 200, 200]);
    expect((await fetch(`${gateway.internalUrl}/graphql`, { method: 'POST' })).status).toBe(404);
  });

  it('answers with security headers and is never cached', async () => {
    const { headers } = await post('{"query":"{ me { id } }"}');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('leaves no token and no variable in the log', async () => {
    const token = gateway.token();
    await gateway.ask('mutation($input: LogInInput!) { logIn(input: $input) { id } }', { input: { name: 'canary-name', password: 'canary-password' } }, { token });
    expect(gateway.logged()).not.toMatch(/canary/);
    expect(gateway.logged()).not.toContain(token);
  });
});
