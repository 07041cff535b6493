import { ApolloServer, HeaderMap } from '@apollo/server';
import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { anonymous } from '../auth/index.ts';
import type { Principal, TokenVerifier } from '../auth/index.ts';
import { isAppError, languageOf, platformErrors } from '../errors/index.ts';
import type { Language } from '../errors/index.ts';
import type { Logger } from '../log/index.ts';
import type { Origin } from '../use-case/index.ts';
import { createClientOrigin } from './client-origin.ts';
import { formatErrors } from './format-errors.ts';
import { readJsonBody } from './read-json-body.ts';

interface RequestContext extends BaseContext {
  readonly language: Language;
  readonly origin: Origin;
}

/** What one request brings, before a service adds its own context. */
export interface SubgraphRequest {
  readonly actor: Principal;
  readonly origin: Origin;
  readonly language: Language;
}

/** A subgraph as an HTTP handler for POST /graphql. */
export interface Subgraph {
  start(): Promise<void>;
  stop(): Promise<void>;
  handle(request: IncomingMessage, response: ServerResponse, correlationId: string): Promise<void>;
}

const mebibyte = 1024 * 1024;

type SubgraphModule = Parameters<typeof buildSubgraphSchema>[0] extends infer Modules
  ? Modules extends readonly (infer One)[]
    ? One
    : never
  : never;
type Resolvers = NonNullable<Extract<SubgraphModule, { resolvers?: unknown }>['resolvers']>;

/**
 * Apollo Server without its HTTP front: body limit, token verification on every request (a subgraph never trusts a
 * plain header), coded and localised errors, token limit on documents, no introspection, no telemetry.
 */
export function createSubgraph<Context extends object>(options: {
  /** Text of schema.graphql. */
  typeDefs: string;
  resolvers: object;
  verifier: TokenVerifier;
  /** Who shows it is the gateway, and is believed where a request comes from. */
  gatewayCredential: string;
  context: (request: SubgraphRequest) => Context;
  log: Logger;
  /** For callers with a token; what is written in an editor travels here. 5 MiB unless told, 1 MiB at most for others. */
  bodyLimitBytes?: number;
  maxTokens?: number;
}): Subgraph {
  const { verifier, log, bodyLimitBytes = 5 * mebibyte, maxTokens = 4_000 } = options;
  const server = new ApolloServer<RequestContext>({
    schema: buildSubgraphSchema([{ typeDefs: parse(options.typeDefs), resolvers: options.resolvers as Resolvers }]),
    introspection: false,
    parseOptions: { maxTokens },
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: true,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    logger: log,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      errorPlugin(log),
    ],
  });

  const clientOriginOf = createClientOrigin(options.gatewayCredential);
  const actorOf = async (authorization: string | undefined): Promise<Principal> => {
    if (authorization === undefined) return anonymous;
    const [scheme, token, ...rest] = authorization.split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || token === undefined || rest.length > 0) throw platformErrors.INVALID_TOKEN();
    return verifier.verify(token);
  };

  return {
    start: () => server.start(),
    stop: () => server.stop(),
    async handle(request, response, correlationId) {
      const language = languageOf(request.headers['accept-language']);
      const origin: Origin = {
        correlationId,
        traceparent: headerOf(request, 'traceparent') ?? '',
        ...clientOriginOf(request),
      };
      try {
        const actor = await actorOf(request.headers.authorization);
        const body = await readJsonBody(request, actor.kind === 'anonymous' ? Math.min(bodyLimitBytes, mebibyte) : bodyLimitBytes);
        const headers = new HeaderMap();
        for (const [name, value] of Object.entries(request.headers)) {
          if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
        }
        const answer = await server.executeHTTPGraphQLRequest({
          httpGraphQLRequest: { method: 'POST', headers, search: '', body },
          context: () => Promise.resolve({ ...options.context({ actor, origin, language }), language, origin }),
        });
        for (const [name, value] of answer.headers) response.setHeader(name, value);
        response.statusCode = answer.status ?? 200;
        response.end(answer.body.kind === 'complete' ? answer.body.string : '');
      } catch (error) {
        sendRefusal(response, error, { language, correlationId, log });
      }
    },
  };
}

function errorPlugin(log: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ errors, response, contextValue }) => {
          if (errors !== undefined && response.body.kind === 'single') {
            const { language, origin } = contextValue;
            response.body.singleResult.errors = formatErrors(errors, { language, correlationId: origin.correlationId, log });
          }
          return Promise.resolve();
        },
      }),
  };
}

/** A refusal before GraphQL starts (token, body), in the shape of a GraphQL answer. */
function sendRefusal(
  response: ServerResponse,
  error: unknown,
  { language, correlationId, log }: { language: Language; correlationId: string; log: Logger },
): void {
  const refusal = isAppError(error) ? error : platformErrors.UNAVAILABLE();
  if (!isAppError(error)) log.error({ err: error, correlationId }, 'unexpected error before GraphQL');
  const status = { invalid: 400, unauthenticated: 401, forbidden: 403, 'not-found': 404, conflict: 409, 'rate-limited': 429, unavailable: 503 }[refusal.kind];
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  const extensions = { code: refusal.code, kind: refusal.kind, correlationId, ...refusal.details };
  response.end(JSON.stringify({ errors: [{ message: refusal.wording[language], extensions }] }));
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
