import type { TokenVerifier } from '@guiche/kit/auth';
import { isAppError, languageOf, type AppError } from '@guiche/kit/errors';
import { statusOf, type RequestContext } from '@guiche/kit/lifecycle';
import type { Logger } from '@guiche/kit/log';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { authenticate } from './authenticate.ts';
import type { CrossOrigin } from './cross-origin.ts';
import { gatewayErrors } from './errors.ts';
import { formatRefusal } from './format-error.ts';
import type { Graph, GraphqlBody } from './graph.ts';
import { limits, type OperationLimiter } from './limits.ts';
import type { GatewayMetrics } from './metrics.ts';
import { createRequestContext } from './request-context.ts';

export interface GraphqlEndpointOptions {
  readonly graph: Graph;
  readonly limiter: OperationLimiter;
  readonly verifier: TokenVerifier;
  readonly crossOrigin: CrossOrigin;
  readonly metrics: GatewayMetrics;
  readonly log: Logger;
  readonly trustedProxies: number;
  readonly gatewayCredential: string;
  readonly deadlineMs: number;
}

/**
 * POST /graphql: one JSON body, one operation. Requiring the content type makes every cross-site request a preflighted
 * one; multipart, form posts and GET never reach the graph.
 */
export function createGraphqlEndpoint(options: GraphqlEndpointOptions) {
  const { graph, limiter, verifier, crossOrigin, metrics, log } = options;

  return async (request: IncomingMessage, response: ServerResponse, front: RequestContext): Promise<void> => {
    const { correlationId } = front;
    const done = metrics.operationStarted();
    crossOrigin.admit(request, response);
    try {
      requireJson(request);
      const authorization = await authenticate(request.headers.authorization, verifier);
      const body = readOperation(await front.readBody(limits.bodyBytes[authorization === undefined ? 'anonymous' : 'authenticated']));
      const measured = limiter.check(body);
      const context = createRequestContext({
        request,
        correlationId,
        authorization,
        trustedProxies: options.trustedProxies,
        gatewayCredential: options.gatewayCredential,
        deadlineMs: options.deadlineMs,
        cost: measured?.cost ?? 0,
      });
      // One key in the caches of documents and plans, whether or not the client repeats the name of its only operation.
      const operation = measured?.alone === true ? { ...body, operationName: null } : body;
      const answer = await graph.execute(operation, context, request.headers.accept);
      send(response, answer.status, answer.contentType, answer.body);
      done(measured?.name, answer.status < 400 ? 'answered' : 'refused');
    } catch (error) {
      const refusal = isAppError(error) ? error : masked(error, correlationId, log);
      const formatted = formatRefusal(refusal, { language: languageOf(request.headers['accept-language']), correlationId });
      if (refusal.kind === 'unauthenticated') response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
      send(response, httpStatus(refusal), 'application/json; charset=utf-8', JSON.stringify({ errors: [formatted] }));
      done(undefined, 'refused');
    }
  };
}

function requireJson(request: IncomingMessage): void {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json' && type !== 'application/graphql+json') throw gatewayErrors.BODY_NOT_JSON();
}

function readOperation(bytes: Buffer): GraphqlBody {
  const body = parseJson(bytes);
  if (Array.isArray(body)) throw gatewayErrors.BATCHING_NOT_ALLOWED();
  if (typeof body !== 'object' || body === null) throw gatewayErrors.BODY_NOT_JSON();
  const { query, operationName, variables } = body as Record<string, unknown>;
  const isObject = typeof variables === 'object' && !Array.isArray(variables);
  if (
    typeof query !== 'string' ||
    query.trim() === '' ||
    (operationName !== undefined && operationName !== null && typeof operationName !== 'string') ||
    (variables !== undefined && !isObject)
  ) {
    throw gatewayErrors.INVALID_REQUEST();
  }
  return {
    query: query.trim(), // A document is the same with the line break that its file ends in.
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : null,
    variables: (variables ?? null) as GraphqlBody['variables'],
  };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw gatewayErrors.BODY_NOT_JSON();
  }
}

function masked(error: unknown, correlationId: string, log: Logger): AppError {
  log.error({ err: error, correlationId }, 'unexpected error');
  return gatewayErrors.INTERNAL_ERROR();
}

function httpStatus(refusal: AppError): number {
  if (refusal.code === 'BODY_TOO_LARGE') return 413;
  if (refusal.code === 'BODY_NOT_JSON') return 415;
  if (refusal.code === 'INTERNAL_ERROR') return 500;
  return statusOf(refusal);
}

function send(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-store' });
  response.end(body);
}
