import { languageOf, type Language } from '@guiche/kit/errors';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What goes with one operation through planning and every subgraph request. */
export interface GatewayContext {
  readonly correlationId: string;
  readonly language: Language;
  /** On the clock of `performance.now()`: nothing is waited for beyond it. */
  readonly deadlineAt: number;
  /** Headers of every subgraph request, made once: names and values in turn. */
  readonly forwarded: readonly string[];
  /** Subgraph requests so far, by service. */
  readonly requests: Map<string, number>;
  readonly cost: number;
  /** The caller asked what the operation cost. */
  readonly explain: boolean;
}

export function createRequestContext(options: {
  request: IncomingMessage;
  correlationId: string;
  authorization: string | undefined;
  trustedProxies: number;
  /** What makes the subgraphs believe the client's address. */
  gatewayCredential: string;
  deadlineMs: number;
  cost: number;
}): GatewayContext {
  const { headers } = options.request;
  const language = languageOf(headers['accept-language']);
  return {
    correlationId: options.correlationId,
    language,
    deadlineAt: performance.now() + options.deadlineMs,
    forwarded: forwardedHeaders(options, language),
    requests: new Map(),
    cost: options.cost,
    explain: headers['x-guiche-explain'] === '1',
  };
}

/**
 * Built from nothing, never copied: whatever else a client sends (`x-client-address`, cookies, any internal header)
 * goes no further.
 */
function forwardedHeaders(
  { request, correlationId, authorization, trustedProxies, gatewayCredential }: Parameters<typeof createRequestContext>[0],
  language: Language,
): string[] {
  const forwarded = [
    'content-type',
    'application/json',
    'accept-language',
    language === 'en' ? 'en' : 'pt-BR',
    'x-correlation-id',
    correlationId,
    'traceparent',
    traceparentOf(request.headers['traceparent'], correlationId),
  ];
  const address = clientAddress(request, trustedProxies);
  if (address !== undefined) forwarded.push('x-client-address', address, 'x-gateway-credential', gatewayCredential);
  const userAgent = request.headers['user-agent'];
  if (userAgent !== undefined) forwarded.push('x-client-user-agent', userAgent.slice(0, longestUserAgent));
  if (authorization !== undefined) forwarded.push('authorization', authorization);
  return forwarded;
}

/** Kept with legal acts, so not of any length. */
const longestUserAgent = 512;

/** The caller's trace, or one that has the correlation id for its name where that is a UUID. */
function traceparentOf(header: string | string[] | undefined, correlationId: string): string {
  if (typeof header === 'string' && /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.test(header)) return header;
  const uuid = uuidPattern.test(correlationId) ? correlationId : randomUUID();
  const id = uuid.replaceAll('-', '');
  return `00-${id}-${id.slice(16)}-00`;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The peer's address, or what the outermost of `trustedProxies` proxies in front of us says it was. */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string | undefined {
  const peer = request.socket.remoteAddress;
  if (trustedProxies === 0) return peer;
  const header = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((hop) => hop.trim());
  const told = hops.at(-trustedProxies) ?? '';
  return /^[0-9A-Fa-f.:]{3,45}$/.test(told) ? told : peer;
}
