import { ApolloGateway } from '@apollo/gateway';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLError, type GraphQLSchema } from 'graphql';
import { createHash } from 'node:crypto';
import type { SubgraphAnswer } from '../plan/fetch.ts';
import type { Fields } from '../plan/fields.ts';
import type { Planned } from '../plan/plan-nodes.ts';
import { readSubtypes } from '../plan/subtypes.ts';
import { createPlannedOperation, type OperationResult, type PlannedOperation } from '../planned-operation.ts';
import type { GatewayContext } from '../request-context.ts';
import { composeRichGraph, richSchemas } from './rich-graph.ts';

/** What a subgraph answers a request. */
export type Answer = (subgraph: { name: string; schema: GraphQLSchema }, query: string, variables: Fields) => SubgraphAnswer;

interface Reference {
  readonly planned: Planned;
  readonly data: unknown;
  readonly errors: readonly GraphQLError[];
}

/** @apollo/gateway and our executor over one rich graph, with subgraphs that are functions. */
export interface BothExecutors {
  readonly api: GraphQLSchema;
  /** What @apollo/gateway answers, with its plan; undefined for the little that its planner cannot plan. */
  reference(query: string, variables: Fields, answer: Answer): Promise<Reference | undefined>;
  prepare(planned: Planned, answer: Answer): PlannedOperation;
  ours(planned: Planned, variables: Fields, answer: Answer): Promise<OperationResult>;
  stop(): Promise<void>;
}

export async function createBothExecutors(): Promise<BothExecutors> {
  const supergraphSdl = composeRichGraph();
  const isOfType = readSubtypes(supergraphSdl);
  const subgraphs = Object.entries(richSchemas).map(([name, typeDefs]) => ({ name, schema: buildSubgraphSchema([{ typeDefs: parse(typeDefs) }]) }));
  let api: GraphQLSchema | undefined;
  let latest: Planned | undefined;
  let current: Answer = () => ({});
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    experimental_didResolveQueryPlan: (planned) => {
      latest = planned;
    },
    buildService: ({ name }) => ({
      process({ request: { query = '', variables = {} } }) {
        const subgraph = subgraphs.find((one) => one.name === name);
        return Promise.resolve((subgraph === undefined ? {} : current(subgraph, query, variables)) as { data: Fields });
      },
    }),
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    api = apiSchema;
  });
  const { executor } = await gateway.load({});
  if (api === undefined) throw new Error('No schema');
  const schema = api;

  const prepare: BothExecutors['prepare'] = (planned, answer) => {
    const asked = subgraphs.map((subgraph) => [
      subgraph.name,
      ({ body }: { body: string }) => {
        const { query, variables } = JSON.parse(body) as { query: string; variables: Fields };
        return Promise.resolve(answer(subgraph, query, variables));
      },
    ] as const);
    return createPlannedOperation(planned, schema, { subgraphs: new Map(asked), isOfType });
  };

  return {
    api,
    async reference(query, variables, answer) {
      const queryHash = createHash('sha256').update(query).digest('hex');
      const context = { request: { query, variables }, document: parse(query), queryHash, schema, metrics: {}, context: {}, logger: console };
      latest = undefined;
      current = answer;
      try {
        const { data, errors = [] } = await executor(context as unknown as Parameters<typeof executor>[0]);
        return latest && { planned: latest, data, errors };
      } catch (error) {
        if (String(error).includes('Cannot add fragment of condition')) return undefined;
        throw error;
      }
    },
    prepare,
    ours(planned, variables, answer) {
      const operation = prepare(planned, answer);
      return operation.run(variables, operation.readVariables(variables) ?? {}, {} as GatewayContext);
    },
    stop: () => gateway.stop(),
  };
}
