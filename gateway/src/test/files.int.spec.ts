import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

const megabyte = 1024 * 1024;

let gateway: TestGateway;
let service: Server;
let seen: { method: string | undefined; url: string | undefined; headers: IncomingHttpHeaders }[];
let handle: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  service = createServer((request, response) => {
    seen.push({ method: request.method, url: request.url, headers: request.headers });
    handle(request, response);
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  gateway = await startTestGateway({ NOTIFICATION_URL: url, IDENTITY_URL: url });
});
afterAll(async () => {
  await gateway.stop();
  service.close();
  service.closeAllConnections();
});
beforeEach(() => {
  seen = [];
  handle = (_request, response) => response.end('{}');
});

const put = (path: string, body: Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${gateway.url}/files/${path}`, { method: 'PUT', body: new Uint8Array(body), headers });

describe('an upload', () => {
  it('of 20 MB arrives byte for byte, with its type, its length and nothing else of the client', async () => {
    const content = randomBytes(20 * megabyte);
    const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    handle = (request, response) => {
      const hash = createHash('sha256');
      request.on('data', (chunk: Buffer) => hash.update(chunk)).on('end', () => response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ sha256: hash.digest('hex') })));
    };
    const answer = await put('notification/uploads/abc?sig=1&exp=2', content, {
      'content-type': 'application/pdf',
      'x-client-address': '10.9.9.9',
      'x-user-id': 'somebody',
      cookie: 'a=b',
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ sha256: sha256(content) });
    expect(seen[0]).toMatchObject({ method: 'PUT', url: '/files/uploads/abc?sig=1&exp=2', headers: { 'content-type': 'application/pdf', 'content-length': String(content.length) } });
    expect(seen[0]?.headers['x-client-address']).toMatch(/127\.0\.0\.1$/);
    expect(seen[0]?.headers).not.toHaveProperty('cookie');
    expect(seen[0]?.headers).not.toHaveProperty('x-user-id');
    expect(seen[0]?.headers['x-correlation-id']).toBe(answer.headers.get('x-correlation-id'));
  });

  it('is not held by the gateway: a service that stops reading stops the client', async () => {
    let paused: IncomingMessage | undefined;
    handle = (request, response) => {
      paused = request;
      request.on('end', () => response.end('{}'));
    };
    const size = 60 * megabyte;
    const upload = httpRequest(`${gateway.url}/files/notification/uploads/abc`, { method: 'PUT', headers: { 'content-length': size } });
    const chunk = Buffer.alloc(256 * 1024);
    let sent = 0;
    const write = (): void => {
      while (sent < size) {
        sent += chunk.length;
        if (!upload.write(chunk)) {
          upload.once('drain', write);
          return;
        }
      }
      upload.end();
    };
    write();
    let last = -1;
    await waitFor(() => {
      const still = paused !== undefined && sent === last;
      last = sent;
      return still;
    }, { describe: 'the client to be stopped' });
    expect(sent).toBeLessThan(size / 2);
    const answered = once(upload, 'response');
    paused?.resume();
    const [answer] = (await answered) as [IncomingMessage];
    expect(answer.statusCode).toBe(200);
    expect(sent).toBe(size);
    answer.resume();
  });

  it('that the service refuses early is answered with its refusal', async () => {
    handle = (request, response) => {
      response.writeHead(413, { 'content-type': 'application/problem+json' }).end('{"code":"FILE_TOO_LARGE"}');
      request.resume();
    };
    const answer = await put('notification/uploads/abc', Buffer.alloc(20 * megabyte + 1));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({ code: 'FILE_TOO_LARGE' });
  });

  it('over the gateway ceiling, or of untold length, is refused without asking the service', async () => {
    const answer = await put('notification/uploads/abc', Buffer.alloc(64 * megabyte + 1));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'FILE_TOO_LARGE' });
    const untold = httpRequest(`${gateway.url}/files/notification/uploads/abc`, { method: 'PUT', headers: { 'transfer-encoding': 'chunked' } });
    untold.end('x');
    const [response] = (await once(untold, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(411);
    response.resume();
    expect(seen).toEqual([]);
  });
});

describe('a download', () => {
  it('passes ranges, status and file headers, and no others', async () => {
    handle = (request, response) => {
      response.writeHead(206, {
        'content-type': 'application/pdf',
        'content-range': 'bytes 2-4/10',
        'content-disposition': 'attachment; filename="termo.pdf"',
        'content-length': '3',
        'x-content-type-options': 'nosniff',
        'set-cookie': 'a=b',
        'x-powered-by': 'service',
        connection: 'keep-alive, x-hop',
        'x-hop': '1',
      });
      response.end(request.headers.range === 'bytes=2-4' ? 'cde' : 'no');
    };
    const answer = await fetch(`${gateway.url}/files/notification/01890000-0000-7000-8000-000000000000?sig=x`, { headers: { range: 'bytes=2-4' } });
    expect(answer.status).toBe(206);
    expect(await answer.text()).toBe('cde');
    expect(answer.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="termo.pdf"');
    for (const name of ['set-cookie', 'x-powered-by', 'x-hop']) expect(answer.headers.get(name)).toBeNull();
    expect(seen[0]?.url).toBe('/files/01890000-0000-7000-8000-000000000000?sig=x');
  });

  it('can be asked for its size and digest alone', async () => {
    handle = (request, response) => response.writeHead(200, { 'content-length': 12_345, 'repr-digest': 'sha-256=:eA==:' }).end(request.method);
    const answer = await fetch(`${gateway.url}/files/notification/abc`, { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length'), answer.headers.get('repr-digest')]).toEqual([200, '12345', 'sha-256=:eA==:']);
    expect(seen[0]?.method).toBe('HEAD');
  });

  it('is not held by the gateway: a client that stops reading stops the service', async () => {
    let written = 0;
    const size = 60 * megabyte;
    handle = (_request, response) => {
      response.writeHead(200, { 'content-length': size });
      const write = (): void => {
        while (written < size) {
          const chunk = Buffer.alloc(256 * 1024);
          written += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', write);
            return;
          }
        }
        response.end();
      };
      write();
    };
    const [answer] = (await once(httpRequest(`${gateway.url}/files/notification/abc`).end(), 'response')) as [IncomingMessage];
    answer.pause();
    let last = -1;
    await waitFor(() => {
      const still = written > 0 && written === last;
      last = written;
      return still;
    }, { describe: 'the service to be stopped' });
    expect(written).toBeLessThan(size / 2);
    let received = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) received += chunk.length;
    expect(received).toBe(size);
  });

  it('that breaks off in the middle does not look complete', async () => {
    handle = (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('x', () => response.destroy());
    };
    const answer = await fetch(`${gateway.url}/files/notification/abc`);
    await expect(answer.text()).rejects.toThrow();
  });

  it('from a service that is away is a coded refusal', async () => {
    const answer = await fetch(`${gateway.url}/files/intimation/abc`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ code: 'UNAVAILABLE' });
  });
});

describe('addresses', () => {
  it.each([
    'elsewhere/abc',
    'notification/',
    'notification/.hidden',
    'notification/a%2Fb',
    'notification/%2e%2e/graphql',
    'notification/a//b',
    'notification/a;b',
    `notification/${'a'.repeat(600)}`,
    // Signed for a service, which fetches inside and never comes this way.
    'notification/abc?aud=process&exp=9999999999&sig=x',
    'notification/abc?aud=person%3A1&aud=process&exp=9999999999&sig=x',
  ])('that are no file are not found: %s', async (path) => {
    expect((await fetch(`${gateway.url}/files/${path}`)).status).toBe(404);
    expect(seen).toEqual([]);
  });

  it('that climb, sent without being tidied by the client, reach nothing', async () => {
    for (const target of ['/files/notification/../graphql', '/files/notification/uploads/../../metrics', '/files/notification/..%2fmetrics', 'http://127.0.0.1:9/files/notification/abc/../..']) {
      const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
      socket.end(`GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      const chunks: string[] = [];
      for await (const chunk of socket as AsyncIterable<Buffer>) chunks.push(chunk.toString());
      expect(chunks.join('')).toMatch(/^HTTP\/1\.1 40[45]/);
    }
    expect(seen).toEqual([]);
  });

  it('take no other method', async () => {
    expect((await fetch(`${gateway.url}/files/notification/abc`, { method: 'DELETE' })).status).toBe(405);
    expect((await fetch(`${gateway.url}/files/notification/abc`, { method: 'PUT', body: 'x' })).status).toBe(405);
  });
});

it('the keys that verify tokens are at the gateway too', async () => {
  handle = (_request, response) => response.setHeader('content-type', 'application/json').end('{"keys":[]}');
  const answer = await fetch(`${gateway.url}/.well-known/jwks.json`);
  expect(await answer.json()).toEqual({ keys: [] });
  expect(seen[0]?.url).toBe('/.well-known/jwks.json');
});
