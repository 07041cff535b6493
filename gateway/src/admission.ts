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
import { formatErrors, type Reader } from './format-error.ts';
import type { GraphAnswer, GraphqlBody } from './graph.ts';
import { limits } from './limits.ts';
import type { Planned } from './plan/plan-nodes.ts';

/** An operation is either planned or refused, in the caller's words. */
export type Admitted = { readonly planned: Planned } | { readonly refusal: GraphAnswer };

/** Whether an operation may run at all, and how. */
export interface Admission {
  readonly schema: GraphQLSchema;
  /** Parses, validates, checks the variables and plans; asks no subgraph anything. */
  admit(body: GraphqlBody, reader: Reader, accept: string): Promise<Admitted>;
  stop(): Promise<void>;
}

/** Apollo Server copies the context it is given, but not what is inside. */
interface AdmissionContext {
  readonly reader: Reader;
  readonly outcome: { planned?: Planned; refused?: true };
}

/**
 * Apollo Server and @apollo/gateway without their HTTP front and without subgraphs. The gateway's placeholder URLs are
 * ignored; a name that nobody serves is a mistake of composition or configuration and stops the start.
 */
export async function createAdmission(options: {
  supergraphSdl: string;
  served: ReadonlySet<string>;
  introspection: boolean;
  log: Logger;
}): Promise<Admission> {
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraphSdl,
    logger: quiet(options.log),
    __exposeQueryPlanExperimental: false,
    // Plans are kept by those who run them.
    experimental_approximateQueryPlanStoreMiB: 1,
    experimental_didResolveQueryPlan({ queryPlan, operationContext, requestContext }) {
      (requestContext.context as AdmissionContext).outcome.planned = { queryPlan, operationContext };
    },
    buildService({ name }) {
      if (!options.served.has(name)) throw new Error(`The supergraph names "${name}", which has no URL in the settings`);
      return { process: () => Promise.resolve({ data: null }) };
    },
  });
  let schema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    schema = apiSchema;
  });

  const server = new ApolloServer<AdmissionContext>({
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
    logger: quiet(options.log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      refusalPlugin(),
    ],
  });
  await server.start();
  if (schema === undefined) throw new Error('The gateway loaded no schema');

  return {
    schema,
    async admit(body, reader, accept) {
      const context: AdmissionContext = { reader, outcome: {} };
      const headers = new HeaderMap([['content-type', 'application/json'], ['accept', accept]]);
      const answer = await server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers, search: '', body },
        context: () => Promise.resolve(context),
      });
      const { planned, refused } = context.outcome;
      if (planned !== undefined && refused !== true) return { planned };
      return {
        refusal: {
          status: answer.status ?? 200,
          contentType: answer.headers.get('content-type') ?? 'application/json; charset=utf-8',
          body: answer.body.kind === 'complete' ? answer.body.string : '',
        },
      };
    },
    stop: () => server.stop(),
  };
}

/** Words a refusal for the caller. */
function refusalPlugin(): ApolloServerPlugin<AdmissionContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ errors, response, contextValue }) {
          if (errors === undefined || response.body.kind !== 'single') return Promise.resolve();
          contextValue.outcome.refused = true;
          response.body.singleResult.errors = formatErrors(errors, contextValue.reader);
          return Promise.resolve();
        },
      }),
  };
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
