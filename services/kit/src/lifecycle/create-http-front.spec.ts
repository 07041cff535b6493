import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { defineErrors } from '../errors/index.ts';
import { createLog } from '../log/index.ts';
import { waitFor } from '../testing/index.ts';
import { createHttpFront, createMetrics } from './index.ts';
import type { HttpFront, HttpRoute, ReadinessCheck } from './index.ts';

const errors = defineErrors({ FULL: { kind: 'rate-limited', pt: 'Aguarde {retryAfterSeconds} s.', en: 'Wait.' } });

let lines: string[];
let fronts: HttpFront[];
beforeEach(() => {
  lines = [];
  fronts = [];
});
afterEach(async () => {
  await Promise.all(fronts.map((front) => front.close(0)));
});

describe('routes', () => {
  it('get parameters, the address and the body, and every answer carries a correlation id', async () => {
    const url = await open({
      method: 'POST',
      path: '/echo/:name',
      async handle(_request, response, { params, url: address, readBody, correlationId }) {
        const body = (await readBody()).toString();
        response.end(JSON.stringify({ ...params, q: address.searchParams.get('q'), body, correlationId }));
      },
    });
    const answer = await post(`${url}/echo/ana?q=1`, 'olá', { 'x-correlation-id': 'given-by-the-caller' });
    expect(await answer.json()).toEqual({ name: 'ana', q: '1', body: 'olá', correlationId: 'given-by-the-caller' });
    expect(answer.headers.get('x-correlation-id')).toBe('given-by-the-caller');
    const other = await post(`${url}/echo/ana`, '', { 'x-correlation-id': 'bad id"' });
    expect(other.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('refuse with problem+json: unknown address, other method, coded error, and a bug without internals', async () => {
    const url = await open(
      { method: 'GET', path: '/full', handle: () => Promise.reject(errors.FULL({ retryAfterSeconds: 7 })) },
      { method: 'GET', path: '/bug', handle: () => Promise.reject(new Error('internal detail')) },
    );
    expect(await problem(`${url}/nowhere`)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    const wrong = await post(`${url}/full`, '');
    expect(wrong.headers.get('allow')).toBe('GET');
    expect(await wrong.json()).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    const full = await fetch(`${url}/full`);
    expect(full.headers.get('retry-after')).toBe('7');
    expect(full.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await full.json()).toMatchObject({ status: 429, code: 'FULL', detail: 'Aguarde 7 s.' });
    const bug = await fetch(`${url}/bug`);
    expect(bug.status).toBe(500);
    expect(await bug.text()).not.toContain('internal detail');
    expect(lines.join()).toContain('internal detail');
  });

  it('refuse a body over the limit, announced or not, and the client can read the answer', async () => {
    const url = await open({
      method: 'POST',
      path: '/small',
      handle: async (_request, response, { readBody }) => void response.end(String((await readBody()).length)),
    });
    expect((await post(`${url}/small`, 'x'.repeat(1000))).status).toBe(200);
    const announced = await post(`${url}/small`, 'x'.repeat(1001));
    expect([announced.status, await announced.json()]).toMatchObject([413, { code: 'BODY_TOO_LARGE' }]);
    const request = httpRequest(`${url}/small`, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } });
    for (let chunk = 0; chunk < 64; chunk += 1) request.write(Buffer.alloc(64 * 1024));
    request.end();
    const sent = once(request, 'finish');
    const [streamed] = (await once(request, 'response')) as [{ statusCode: number; resume(): void }];
    streamed.resume();
    await sent;
    expect(streamed.statusCode).toBe(413);
  });
});

describe('operations', () => {
  it('readiness follows the required checks and the life of the service, liveness does not', async () => {
    let mongo = true;
    const checks: ReadinessCheck[] = [
      { name: 'mongo', required: true, check: () => mongo },
      { name: 'broker', required: false, check: () => Promise.reject(new Error('down')) },
    ];
    const { front, url } = await start([], checks);
    const ready = async (): Promise<unknown> => (await fetch(`${url}/health/ready`)).json();
    expect(await ready()).toEqual({ status: 'starting', checks: { mongo: true, broker: false } });
    front.ready();
    expect(await ready()).toEqual({ status: 'ready', checks: { mongo: true, broker: false } });
    mongo = false;
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
    mongo = true;
    front.unready();
    const stopping = await fetch(`${url}/health/ready`);
    expect([stopping.status, stopping.headers.get('connection')]).toEqual([503, 'close']);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it('measures by route pattern and logs no query, id or address', async () => {
    const url = await open({ method: 'GET', path: '/files/:id', handle: (_request, response) => void response.end('x') });
    await fetch(`${url}/files/secret-id?sig=secret-signature`);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    expect(metrics).toMatch(/guiche_http_request_duration_seconds_count\{.*route="\/files\/:id".*\} 1/);
    expect(metrics).toContain('process_resident_memory_bytes');
    const line = await waitFor(() => lines.find((text) => text.includes('"request"')), { describe: 'the access line' });
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', route: '/files/:id', status: 200 });
    expect(lines.join() + metrics).not.toMatch(/secret|127\.0\.0\.1/);
  });
});

describe('closing', () => {
  it('finishes what is running, lets idle connections go and takes nothing new', async () => {
    const gate = new PassThrough();
    const { front, url } = await start([{ method: 'GET', path: '/slow', handle: (_request, response) => void gate.pipe(response) }]);
    const agent = new Agent({ keepAlive: true });
    const idle = httpRequest(`${url}/health/live`, { agent }).end();
    const [first] = await once(idle, 'response');
    first.resume();
    const slow = fetch(`${url}/slow`);
    await waitFor(async () => (await fetch(`${url}/metrics`)).ok, { describe: 'the front to answer' });
    gate.write('be');
    const answer = await slow;
    const closing = front.close();
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    gate.end('fore');
    expect(await answer.text()).toBe('before');
    await closing;
    agent.destroy();
  });

  it('cuts what does not end within the grace', async () => {
    const { front, url } = await start([{ method: 'GET', path: '/never', handle: () => undefined }]);
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.write('GET /never HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(socket, 'connect');
    await waitFor(async () => (await fetch(`${url}/health/live`)).ok, { describe: 'the front to answer' });
    const cut = once(socket, 'close');
    await front.close(30);
    await cut;
    expect(socket.destroyed).toBe(true);
  });
});

async function start(routes: HttpRoute[], checks: ReadinessCheck[] = []): Promise<{ front: HttpFront; url: string }> {
  const log = createLog({ service: 'test', level: 'info' }, { write: (line) => void lines.push(line) });
  const front = createHttpFront({ routes, checks, log, metrics: createMetrics({ service: 'test' }), bodyLimitBytes: 1000 });
  fronts.push(front);
  return { front, url: await front.listen({ host: '127.0.0.1', port: 0 }) };
}

async function open(...routes: HttpRoute[]): Promise<string> {
  return (await start(routes)).url;
}

function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', body, headers });
}

async function problem(url: string): Promise<unknown> {
  return (await fetch(url)).json();
}
