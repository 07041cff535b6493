import type { AppError } from '@guiche/kit/errors';
import type { Logger } from '@guiche/kit/log';
import type { Pool } from 'undici';
import { gatewayErrors } from './errors.ts';
import { exchange, ExchangeTimeout, type Exchanged } from './exchange.ts';
import type { AskSubgraph, SubgraphAnswer, SubgraphRequest } from './plan/fetch.ts';
import type { Path } from './plan/places.ts';
import type { SubgraphError } from './plan/subgraph-error.ts';
import type { GatewayContext } from './request-context.ts';

export interface SubgraphOptions {
  /** The name in the supergraph; the only thing clients learn of where an answer came from. */
  readonly name: string;
  readonly pool: Pool;
  readonly timeoutMs: number;
  readonly log: Logger;
  readonly observe?: (outcome: 'answered' | 'unavailable' | 'timeout', seconds: number) => void;
}

const answerLimitBytes = 32 * 1024 * 1024;
const path = '/graphql';

/**
 * Asks one subgraph. Whatever goes wrong on the way becomes a coded error beside the data of the other subgraphs:
 * this never throws for a fault of the network or of the subgraph.
 */
export function createSubgraph(options: SubgraphOptions): AskSubgraph {
  return async (request, context) => {
    context.requests.set(options.name, (context.requests.get(options.name) ?? 0) + 1);
    const startedAt = performance.now();
    const observe = (outcome: 'answered' | 'unavailable' | 'timeout'): void =>
      options.observe?.(outcome, (performance.now() - startedAt) / 1000);
    try {
      const answer = readAnswer(await send(options, context, request), options, context);
      observe('answered');
      return answer;
    } catch (error) {
      const late = isLate(error);
      observe(late ? 'timeout' : 'unavailable');
      options.log.warn({ err: error, subgraph: options.name, correlationId: context.correlationId }, 'subgraph request failed');
      const refuse = late ? gatewayErrors.SUBGRAPH_TIMEOUT : gatewayErrors.SUBGRAPH_UNAVAILABLE;
      return { errors: request.missing.map((at) => placed(refuse({ service: options.name }), at)) };
    }
  };
}

/** A connection that the subgraph closed while it was idle is no failure: a query is asked once more. */
async function send({ pool, timeoutMs }: SubgraphOptions, context: GatewayContext, { body, mutation }: SubgraphRequest): Promise<Exchanged> {
  const attempt = (): Promise<Exchanged> => {
    const left = context.deadlineAt - performance.now();
    if (left <= 0) throw new ExchangeTimeout('The deadline of the request has passed');
    return exchange(pool, { path, headers: context.forwarded, body, timeoutMs: Math.min(timeoutMs, left), limitBytes: answerLimitBytes });
  };
  try {
    return await attempt();
  } catch (error) {
    if (mutation || !brokenConnections.has(codeOf(error))) throw error;
    return attempt();
  }
}

const brokenConnections: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** A refusal by the subgraph has a status of its own and the shape of an answer: it is handed on. */
function readAnswer({ status, contentType, body }: Exchanged, { name, log }: SubgraphOptions, context: GatewayContext): SubgraphAnswer {
  const answer = contentType.includes('json') ? parseJson(body) : undefined;
  if (answer === undefined || (answer.data === undefined && !Array.isArray(answer.errors))) {
    throw gatewayErrors.SUBGRAPH_UNAVAILABLE({ service: name });
  }
  const misunderstood = answer.errors?.find(({ extensions }) => plannedWrong.has(String(extensions?.['code'])));
  if (misunderstood !== undefined) {
    log.error({ subgraph: name, status, reason: misunderstood.message, correlationId: context.correlationId }, 'the subgraph does not serve the composed schema');
    throw gatewayErrors.SUBGRAPH_UNAVAILABLE({ service: name });
  }
  return answer;
}

/** Codes that a subgraph gives to a planned operation only when its schema is not the one that was composed. */
const plannedWrong: ReadonlySet<string> = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']);

function parseJson(body: Buffer): SubgraphAnswer | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isLate(error: unknown): boolean {
  return error instanceof ExchangeTimeout || codeOf(error) === 'UND_ERR_CONNECT_TIMEOUT';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The refusal itself is the error, so that it can be worded in the caller's language at the end. */
function placed(refusal: AppError, at: Path): SubgraphError {
  return Object.assign(refusal, { path: at, extensions: { code: refusal.code, kind: refusal.kind } });
}
