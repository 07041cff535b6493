import { SpanKind } from '@opentelemetry/api';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Histogram } from 'prom-client';
import type { Registry } from 'prom-client';
import { defineErrors, isAppError } from '../errors/index.ts';
import type { Logger } from '../log/index.ts';
import { correlationIdOf } from './correlation-id.ts';
import { matchRoute } from './http-route.ts';
import type { HttpRoute, RequestContext } from './http-route.ts';
import { sendProblem } from './problem.ts';
import { announcedLength, bodyErrors, discardBody, readBody } from './read-body.ts';
import { askReadiness } from './readiness.ts';
import type { ReadinessCheck } from './readiness.ts';
import { currentTraceparent, inSpan } from './tracing.ts';

export interface HttpFrontOptions {
  readonly routes: readonly HttpRoute[];
  readonly checks?: readonly ReadinessCheck[];
  readonly log: Logger;
  readonly metrics: Registry;
  /** `liveness` on a port that the public reaches: nobody there sees readiness and metrics. All of them unless told. */
  readonly shows?: 'liveness' | 'all';
  /** Limit of every body that a route does not stream by itself; 1 MiB unless told. */
  readonly bodyLimitBytes?: number;
  /** Longer than the clients' pools keep theirs, so that no request meets a closing connection; 65 s unless told. */
  readonly keepAliveMs?: number;
  /** For receiving a whole request, uploads included; 5 min unless told. */
  readonly requestTimeoutMs?: number;
}

/** The HTTP side of a service: its routes, health, metrics, access log, correlation, traces. */
export interface HttpFront {
  /** Answers the base URL; port 0 takes a free one. */
  listen(at: { host: string; port: number }): Promise<string>;
  /** Readiness is false until `ready` and again from `unready` on; then answers also ask clients to reconnect. */
  ready(): void;
  unready(): void;
  /** Stops listening, closes idle connections, waits for handlers up to `graceMs` (8 s), then cuts the rest. */
  close(graceMs?: number): Promise<void>;
}

/** Refusals of the front itself, before any route has its say. */
export const frontErrors = defineErrors({
  NOT_FOUND: { kind: 'not-found', pt: 'Não há nada neste endereço.', en: 'There is nothing at this address.' },
  METHOD_NOT_ALLOWED: { kind: 'invalid', pt: 'Use {allowed} neste endereço.', en: 'Use {allowed} at this address.' },
  INTERNAL_ERROR: {
    kind: 'unavailable',
    pt: 'Erro inesperado. Se persistir, informe o código de correlação ao suporte.',
    en: 'Unexpected error. If it goes on, tell support the correlation id.',
  },
});

/** Builds the front; nothing listens before `listen`. */
export function createHttpFront(options: HttpFrontOptions): HttpFront {
  const { log, metrics, bodyLimitBytes = 1024 * 1024, checks = [] } = options;
  const durations = durationsOf(metrics);
  // An access line names nobody: looking for personal data in each would cost more than writing it.
  const access = log.child({}, { redact: [] });
  let state: 'starting' | 'ready' | 'stopping' = 'starting';
  const own = ownRoutes(() => state, checks, metrics);
  const routes = [...(options.shows === 'liveness' ? [own.live] : Object.values(own)), ...options.routes];

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const startedAt = performance.now();
    const correlationId = correlationIdOf(request.headers['x-correlation-id']);
    response.setHeader('x-correlation-id', correlationId);
    response.setHeader('x-content-type-options', 'nosniff');
    if (state === 'stopping') response.setHeader('connection', 'close');
    const url = URL.parse(request.url ?? '/', 'http://front.invalid');
    const match = url === null ? { found: 'nothing' as const } : matchRoute(routes, request.method ?? '', url.pathname);
    const route = match.found === 'route' ? match.route.path : 'none';
    const method = knownMethods.has(request.method ?? '') ? (request.method ?? '') : 'OTHER';

    const work = async (): Promise<void> => {
      try {
        if (match.found === 'methods') {
          const allowed = match.methods.join(', ');
          response.setHeader('allow', allowed);
          sendProblem(response, frontErrors.METHOD_NOT_ALLOWED({ allowed }), { correlationId, status: 405 });
          return;
        }
        if (url === null || match.found !== 'route') throw frontErrors.NOT_FOUND();
        if (match.route.streamsBody !== true && announcedLength(request) > bodyLimitBytes) {
          throw bodyErrors.BODY_TOO_LARGE({ limitBytes: bodyLimitBytes });
        }
        const traceparent = currentTraceparent();
        if (traceparent !== '') request.headers['traceparent'] = traceparent;
        const context: RequestContext = {
          params: match.params,
          url,
          correlationId,
          readBody: (limitBytes = bodyLimitBytes) => readBody(request, limitBytes),
        };
        await match.route.handle(request, response, context);
      } catch (error) {
        refuse(response, error, correlationId);
      }
      if (response.writableEnded) await discardBody(request);
    };

    const settled = new Promise((resolve) => response.once('close', resolve));
    const attributes = { 'http.request.method': method, 'http.route': route };
    const outcome = () => ({ 'http.response.status_code': response.statusCode });
    const traceparent = headerOf(request, 'traceparent');
    await inSpan(`${method} ${route}`, { kind: SpanKind.SERVER, traceparent, attributes, outcome }, work);
    await settled;
    // A connection that falls idle after close() began would be kept open until its keep-alive ends.
    if (!server.listening) setImmediate(() => server.closeIdleConnections());

    const ms = performance.now() - startedAt;
    const cut = response.writableFinished ? {} : { cut: true };
    durations.observe({ method, route, status: response.statusCode }, ms / 1000);
    const level = quietRoutes.has(route) ? 'trace' : 'info';
    access[level]({ method, route, status: response.statusCode, ms: Math.round(ms), correlationId, ...cut }, 'request');
  };

  const refuse = (response: ServerResponse, error: unknown, correlationId: string): void => {
    if (response.destroyed) return;
    if (response.headersSent) {
      log.error({ err: error, correlationId }, 'answer broken off');
      response.destroy();
      return;
    }
    for (const name of response.getHeaderNames()) if (!keptHeaders.has(name)) response.removeHeader(name);
    if (isAppError(error)) {
      const status = error.code === 'BODY_TOO_LARGE' ? { status: 413 } : {};
      sendProblem(response, error, { correlationId, ...status });
      return;
    }
    log.error({ err: error, correlationId }, 'unexpected error');
    sendProblem(response, frontErrors.INTERNAL_ERROR(), { correlationId, status: 500 });
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      log.error({ err: error }, 'request could not be served');
      response.destroy();
    });
  });
  server.keepAliveTimeout = options.keepAliveMs ?? 65_000;
  server.headersTimeout = 20_000;
  server.requestTimeout = options.requestTimeoutMs ?? 300_000;

  return {
    async listen({ host, port }) {
      server.listen(port, host);
      await once(server, 'listening');
      const address = server.address() as AddressInfo;
      return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
    },
    ready() {
      state = 'ready';
    },
    unready() {
      state = 'stopping';
    },
    async close(graceMs = 8_000) {
      state = 'stopping';
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

const quietRoutes: ReadonlySet<string> = new Set(['/health/live', '/health/ready', '/metrics']);
const keptHeaders: ReadonlySet<string> = new Set(['x-correlation-id', 'x-content-type-options', 'connection', 'allow']);
const knownMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

function ownRoutes(
  state: () => 'starting' | 'ready' | 'stopping',
  checks: readonly ReadinessCheck[],
  metrics: Registry,
): Record<'live' | 'ready' | 'metrics', HttpRoute> {
  return {
    live: { method: 'GET', path: '/health/live', handle: (_request, response) => sendJson(response, 200, { status: 'live' }) },
    ready: {
      method: 'GET',
      path: '/health/ready',
      async handle(_request, response) {
        const answer = await askReadiness(checks);
        const ready = answer.ready && state() === 'ready';
        sendJson(response, ready ? 200 : 503, { status: ready ? 'ready' : state(), checks: answer.checks });
      },
    },
    metrics: {
      method: 'GET',
      path: '/metrics',
      async handle(_request, response) {
        const body = await metrics.metrics();
        response.writeHead(200, { 'content-type': metrics.contentType }).end(body);
      },
    },
  };
}

/** One for all fronts of a process. */
function durationsOf(metrics: Registry): Histogram {
  const name = 'guiche_http_request_duration_seconds';
  const known = metrics.getSingleMetric(name);
  if (known instanceof Histogram) return known;
  return new Histogram({
    name,
    help: 'Time from the request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [metrics],
  });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
