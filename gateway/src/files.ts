import { platformErrors } from '@guiche/kit/errors';
import { sendProblem, type HttpRoute, type RequestContext } from '@guiche/kit/lifecycle';
import type { Logger } from '@guiche/kit/log';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Dispatcher, Pool } from 'undici';
import type { CrossOrigin } from './cross-origin.ts';
import { gatewayErrors } from './errors.ts';
import { clientAddress } from './request-context.ts';

export interface FileOptions {
  readonly pools: ReadonlyMap<string, Pool>;
  readonly crossOrigin: CrossOrigin;
  readonly limitBytes: number;
  readonly trustedProxies: number;
  readonly log: Logger;
}

/** How long either side may stay silent, and how long one file may take in all. */
const idleMs = 30_000;
const wholeMs = 10 * 60_000;

/**
 * `/files/<service>/...` goes to that service's `/files/...` and back, in pieces as they come: nothing is held, in
 * either direction. The signed URL is the permission and the service judges it; one that was signed for a service
 * travels in events and lasts for weeks, so it works on the inside only.
 */
export function fileRoutes(options: FileOptions): HttpRoute[] {
  const { crossOrigin, limitBytes } = options;
  const pass = async (request: IncomingMessage, response: ServerResponse, context: RequestContext, body: boolean): Promise<void> => {
    crossOrigin.admit(request, response);
    const service = context.params['service'] ?? '';
    const pool = options.pools.get(service);
    const path = context.params['*'] ?? '';
    const forService = context.url.searchParams.getAll('aud').some((audience) => options.pools.has(audience));
    if (pool === undefined || forService || !isPlainPath(path)) throw gatewayErrors.FILE_NOT_FOUND();
    const length = Number(request.headers['content-length'] ?? Number.NaN);
    if (body && Number.isNaN(length)) {
      sendProblem(response, gatewayErrors.LENGTH_REQUIRED(), { correlationId: context.correlationId, status: 411 });
      return;
    }
    if (body && length > limitBytes) {
      sendProblem(response, gatewayErrors.FILE_TOO_LARGE({ limitBytes }), { correlationId: context.correlationId, status: 413 });
      return;
    }
    await relay({ request, response, pool, service, context, path: `/files/${path}${context.url.search}`, body, options });
  };
  return [
    { method: 'GET', path: '/files/:service/*', handle: (request, response, context) => pass(request, response, context, false) },
    {
      method: 'PUT',
      path: '/files/:service/uploads/*',
      streamsBody: true,
      handle: (request, response, context) =>
        pass(request, response, { ...context, params: { ...context.params, '*': `uploads/${context.params['*'] ?? ''}` } }, true),
    },
    ...crossOrigin.preflight(['/files/:service/*']),
  ];
}

/** The keys that tokens are verified with, so that an app needs to know one address only. */
export function keyRoute(identity: Pool, options: Omit<FileOptions, 'pools'>): HttpRoute {
  const path = '/.well-known/jwks.json';
  return {
    method: 'GET',
    path,
    async handle(request, response, context) {
      options.crossOrigin.admit(request, response);
      await relay({ request, response, pool: identity, service: 'identity', context, path, body: false, options });
    },
  };
}

/** Letters, digits, `.`, `_`, `~` and `-` in segments that are not dots only: nothing to decode, nowhere to climb. */
export function isPlainPath(path: string): boolean {
  return path.length <= 512 && path.split('/').every((segment) => /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/.test(segment));
}

interface Relay {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly pool: Pool;
  readonly service: string;
  readonly context: RequestContext;
  readonly path: string;
  readonly body: boolean;
  readonly options: Omit<FileOptions, 'pools'>;
}

async function relay({ request, response, pool, service, context, path, body, options }: Relay): Promise<void> {
  const { correlationId } = context;
  const gone = new AbortController();
  const whole = setTimeout(() => gone.abort(), wholeMs);
  response.once('close', () => gone.abort());
  try {
    const answer = await pool.request({
      method: request.method as Dispatcher.HttpMethod,
      path,
      headers: forwardedHeaders(request, correlationId, options.trustedProxies),
      body: body ? request : null,
      headersTimeout: idleMs,
      bodyTimeout: idleMs,
      signal: gone.signal,
    });
    response.statusCode = answer.statusCode;
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined && returned.has(name)) response.setHeader(name, value);
    }
    if (body && !request.complete) response.setHeader('connection', 'close');
    await pipeline(answer.body, response);
  } catch (error) {
    if (response.headersSent || response.destroyed) {
      response.destroy();
      return;
    }
    options.log.warn({ err: error, service, correlationId }, 'file not passed on');
    throw platformErrors.UNAVAILABLE();
  } finally {
    clearTimeout(whole);
  }
}

const sent = ['accept', 'accept-language', 'authorization', 'content-length', 'content-type', 'if-match', 'if-modified-since', 'if-none-match', 'if-range', 'range'];

const returned: ReadonlySet<string> = new Set([
  'accept-ranges',
  'cache-control',
  'content-disposition',
  'content-language',
  'content-length',
  'content-range',
  'content-security-policy',
  'content-type',
  'etag',
  'last-modified',
  'repr-digest',
  'retry-after',
  'x-content-type-options',
]);

/** Only what a file request needs goes through; hop-by-hop and internal headers are not among it. */
function forwardedHeaders(request: IncomingMessage, correlationId: string, trustedProxies: number): Record<string, string> {
  const headers: Record<string, string> = { 'x-correlation-id': correlationId };
  for (const name of sent) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  const address = clientAddress(request, trustedProxies);
  if (address !== undefined) headers['x-client-address'] = address;
  return headers;
}
