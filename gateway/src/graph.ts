import type { GraphQLSchema } from 'graphql';
import type { GatewayContext } from './request-context.ts';

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
  /** Plans an operation, so that nobody waits for it later; nothing is asked of a subgraph. Answers the refusal, if any. */
  prepare(body: GraphqlBody): Promise<GraphAnswer | undefined>;
  stop(): Promise<void>;
}
