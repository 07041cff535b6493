import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { createHttpFront, createMetrics } from '../lifecycle/index.ts';
import type { HttpFront, HttpRoute } from '../lifecycle/index.ts';
import { createLog } from '../log/index.ts';
import { readJsonBody } from './read-json-body.ts';

const json = { 'content-type': 'application/json' };

describe('readJsonBody', () => {
  let front: HttpFront;
  let url: string;
  beforeAll(async () => {
    const log = createLog({ service: 'test', level: 'silent' });
    const route: HttpRoute = {
      method: 'POST',
      path: '/',
      streamsBody: true,
      handle: async (request, response) => void response.end(JSON.stringify(await readJsonBody(request, 1_000))),
    };
    front = createHttpFront({ routes: [route], log, metrics: createMetrics({ service: 'test' }) });
    url = await front.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => front.close(0));

  it('reads an object', async () => {
    const answer = await fetch(url, { method: 'POST', headers: json, body: '{"query":"{me}"}' });
    expect(await answer.json()).toEqual({ query: '{me}' });
  });

  it('refuses anything else with a code', async () => {
    for (const [headers, body] of [
      [json, '[]'],
      [json, 'null'],
      [json, '{'],
      [{ 'content-type': 'text/plain' }, '{}'],
      [{ 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
    ] as const) {
      const answer = await fetch(url, { method: 'POST', headers, body });
      expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'BODY_NOT_JSON' }]);
    }
  });

  it('refuses a body that grows over the limit, and the sender can read why', async () => {
    const request = httpRequest(url, { method: 'POST', headers: { ...json, 'transfer-encoding': 'chunked' } });
    for (let part = 0; part < 64; part += 1) request.write(Buffer.alloc(65_536, 'x'));
    request.end();
    const [response] = (await once(request, 'response')) as [{ statusCode: number; resume(): void }];
    const sent = once(request, 'close');
    response.resume();
    await sent;
    expect(response.statusCode).toBe(413);
  });
});
