import type { GraphQLDataSource } from '@apollo/gateway';
import type { AppError } from '@guiche/kit/errors';
import type { Logger } from '@guiche/kit/log';
import { Kind, parse } from 'graphql';
import type { Pool } from 'undici';
import { collapse, expand } from './entity-representations.ts';
import { gatewayErrors } from './errors.ts';
import { exchange, ExchangeTimeout, type Exchanged } from './exchange.ts';
import type { GatewayContext } from './request-context.ts';

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;
type SubgraphError = NonNullable<Answer['errors']>[number];

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
export function createSubgraphSource(options: SubgraphOptions): GraphQLDataSource<GatewayContext> {
  return {
    async process({ request, context: given }: ProcessOptions): Promise<Answer> {
      const context = given as GatewayContext;
      if (context.planOnly === true) return { data: null };
      context.requests.set(options.name, (context.requests.get(options.name) ?? 0) + 1);
      const query = request.query ?? '';
      const startedAt = performance.now();
      const observe = (outcome: 'answered' | 'unavailable' | 'timeout'): void =>
        options.observe?.(outcome, (performance.now() - startedAt) / 1000);

      const { representations, ...variables } = (request.variables ?? {}) as Record<string, unknown>;
      const entities = Array.isArray(representations) ? collapse(representations) : undefined;
      try {
        const exchanged = await send(options, context, query, bodyOf(query, variables, entities?.unique));
        const answer = readAnswer(exchanged, options, context);
        observe('answered');
        return entities === undefined ? answer : expand(answer, entities);
      } catch (error) {
        const late = isLate(error);
        observe(late ? 'timeout' : 'unavailable');
        options.log.warn({ err: error, subgraph: options.name, correlationId: context.correlationId }, 'subgraph request failed');
        const refuse = late ? gatewayErrors.SUBGRAPH_TIMEOUT : gatewayErrors.SUBGRAPH_UNAVAILABLE;
        const places = entities === undefined ? rootFieldsOf(query).map((field) => [field]) : [[]];
        return { errors: places.map((at) => placed(refuse({ service: options.name }), at)) };
      }
    },
  };
}

function bodyOf(query: string, variables: Readonly<Record<string, unknown>>, unique: readonly string[] | undefined): string {
  if (unique === undefined) return JSON.stringify({ query, variables });
  const others = JSON.stringify(variables).slice(1, -1);
  return `{"query":${JSON.stringify(query)},"variables":{${others}${others === '' ? '' : ','}"representations":[${unique.join(',')}]}}`;
}

/** A connection that the subgraph closed while it was idle is no failure: a query is asked once more. */
async function send({ pool, timeoutMs }: SubgraphOptions, context: GatewayContext, query: string, body: string): Promise<Exchanged> {
  const attempt = (): Promise<Exchanged> => {
    const left = context.deadlineAt - performance.now();
    if (left <= 0) throw new ExchangeTimeout('The deadline of the request has passed');
    return exchange(pool, { path, headers: context.forwarded, body, timeoutMs: Math.min(timeoutMs, left), limitBytes: answerLimitBytes });
  };
  try {
    return await attempt();
  } catch (error) {
    if (query.startsWith('mutation') || !brokenConnections.has(codeOf(error))) throw error;
    return attempt();
  }
}

const brokenConnections: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** A refusal by the subgraph has a status of its own and the shape of an answer: it is handed on. */
function readAnswer({ status, contentType, body }: Exchanged, { name, log }: SubgraphOptions, context: GatewayContext): Answer {
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

function parseJson(body: Buffer): Answer | undefined {
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
function placed(refusal: AppError, at: readonly string[]): SubgraphError {
  return Object.assign(refusal, { path: at, extensions: { code: refusal.code, kind: refusal.kind } });
}

/** Response names at the root of a planned operation: what is missing when its request failed. */
function rootFieldsOf(query: string): string[] {
  const operation = parse(query, { noLocation: true }).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return (operation?.selectionSet.selections ?? []).flatMap((node) => (node.kind === Kind.FIELD ? [(node.alias ?? node.name).value] : []));
}
