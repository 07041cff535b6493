import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@guiche/kit/log';
import type { GraphQLSchema } from 'graphql';
import { gatewayErrors } from './errors.ts';
import { formatErrors, formatRefusal } from './format-error.ts';
import { limits } from './limits.ts';
import type { GatewayContext } from './request-context.ts';
import { createSubgraphSource, type SubgraphOptions } from './subgraph-request.ts';

export interface GraphqlBody {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>> | null;
}

export interface GraphAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** The composed graph, ready to execute. */
export interface Graph {
  readonly schema: GraphQLSchema;
  execute(body: GraphqlBody, context: GatewayContext, accept: string | undefined): Promise<GraphAnswer>;
  stop(): Promise<void>;
}

/**
 * Loads the committed supergraph. Its placeholder URLs are ignored: subgraphs are found by name, and no subgraph has
 * to be up. A name without options is a mistake of composition or configuration and stops the start.
 */
export async function createGraph(options: {
  supergraphSdl: string;
  subgraphs: ReadonlyMap<string, SubgraphOptions>;
  introspection: boolean;
  log: Logger;
}): Promise<Graph> {
  const { log } = options;
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraphSdl,
    logger: quiet(log),
    __exposeQueryPlanExperimental: false,
    buildService({ name }) {
      const subgraph = options.subgraphs.get(name);
      if (subgraph === undefined) throw new Error(`The supergraph names "${name}", which has no URL in the settings`);
      return createSubgraphSource(subgraph);
    },
  });
  let schema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
  });

  const server = new ApolloServer<GatewayContext>({
    gateway,
    introspection: options.introspection,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens },
    csrfPrevention: true,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger: quiet(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      answerPlugin(log),
    ],
  });
  await server.start();
  if (schema === undefined) throw new Error('The gateway loaded no schema');

  return {
    schema,
    async execute(body, context, accept) {
      const headers = new HeaderMap([['content-type', 'application/json'], ['accept', acceptable(accept)]]);
      const answer = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body },
        context: () => Promise.resolve(context),
      });
      return {
        status: answer.status ?? 200,
        contentType: answer.headers.get('content-type') ?? 'application/json; charset=utf-8',
        body: answer.body.kind === 'complete' ? answer.body.string : '',
      };
    },
    stop: () => server.stop(),
  };
}

/** The newer media type when it is asked for, else plain JSON whatever is asked for. */
function acceptable(accept: string | undefined): string {
  return accept?.includes('application/graphql-response+json') === true ? 'application/graphql-response+json' : 'application/json';
}

/** Words errors for the caller and adds what was asked for by `x-guiche-explain`. */
function answerPlugin(log: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ errors, response, contextValue }) {
          if (response.body.kind === 'single' && contextValue.planOnly !== true) {
            const result = response.body.singleResult;
            const { language, correlationId } = contextValue;
            const { valueCompletion, ...extensions } = result.extensions ?? {};
            if (errors !== undefined) {
              result.errors = formatErrors(errors, { language, correlationId, log });
            } else if (valueCompletion !== undefined && result.data === null) {
              log.error({ reasons: reasonsOf(valueCompletion), correlationId }, 'subgraphs left out what may not be null');
              result.errors = [formatRefusal(gatewayErrors.INTERNAL_ERROR(), { language, correlationId })];
            }
            result.extensions = contextValue.explain ? { ...extensions, ...explanation(contextValue) } : extensions;
            if (Object.keys(result.extensions).length === 0) delete result.extensions;
          }
          return Promise.resolve();
        },
      }),
  };
}

function explanation({ requests, cost }: GatewayContext): object {
  const total = [...requests.values()].reduce((sum, count) => sum + count, 0);
  return { subgraphRequests: { total, byService: Object.fromEntries(requests) }, cost: { requested: cost, limit: limits.cost } };
}

function reasonsOf(valueCompletion: unknown): string[] {
  return Array.isArray(valueCompletion) ? valueCompletion.slice(0, 5).map((error) => String((error as Error).message)) : [];
}

/** Apollo's own messages are about its insides: they are kept for whoever looks for them. */
function quiet(log: Logger): { debug(text: string): void; info(text: string): void; warn(text: string): void; error(text: string): void } {
  return {
    debug: (text) => log.trace(text),
    info: (text) => log.debug(text),
    warn: (text) => log.warn(text),
    error: (text) => log.error(text),
  };
}
