import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  buildSchema,
  isNonNullType,
  Kind,
  parse,
  validate,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommittedGraph } from './committed-graph.ts';
import { createLimiter } from './limits.ts';
import { operationNames } from './warm-plans.ts';

const folder = join(import.meta.dirname, '..');
const { supergraphSdl, documents } = readCommittedGraph(folder);
let api: GraphQLSchema;
beforeAll(() => {
  api = buildSchema(readFileSync(join(folder, 'api-schema.graphql'), 'utf8'));
});

describe('a subgraph that is away leaves null and takes nothing of the others with it:', () => {
  it('no field at the root of a query promises an answer', () => {
    const promised = Object.values(api.getQueryType()?.getFields() ?? {}).filter(({ type }) => isNonNullType(type));
    expect(promised.map(({ name }) => `Query.${name}`)).toEqual([]);
  });

  it('no subgraph promises the fields of what belongs to another', () => {
    const types = parse(supergraphSdl).definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
    const foreign = new Map(types.map((type) => [type.name.value, graphsOf(type, (values) => values['resolvable'] === false)]));
    const promised = types.flatMap((type) =>
      (type.fields ?? []).flatMap((field) => {
        const named = promisedType(field.type);
        const owners = ownersOf(field, type);
        return named !== undefined && owners.some((owner) => foreign.get(named)?.has(owner)) ? [`${type.name.value}.${field.name.value}`] : [];
      }),
    );
    expect(promised).toEqual([]);
  });
});

describe('known documents', () => {
  it('fit the public API and the limits', () => {
    const { check } = createLimiter(api);
    for (const query of documents) {
      expect({ query, errors: validate(api, parse(query)).map(({ message }) => message) }).toEqual({ query, errors: [] });
      expect(check({ query, operationName: null, variables: null })).toBeDefined();
    }
    expect(operationNames(documents).size).toBe(documents.length);
  });

  it("the citizen's home takes four subgraph requests: one to each service that has something to show", async () => {
    const home = readFileSync(join(folder, 'documents', 'home.graphql'), 'utf8');
    expect(await plannedRequests(home)).toEqual({ identity: 1, ticketing: 1, notification: 1, process: 1 });
  });
});

const documentOf = (name: string): string => readFileSync(join(folder, 'documents', `${name}.graphql`), 'utf8');
const report = `query Report { intimationReport(municipalityId: "campinas") {
  edges { node { recipient { name } type { name } unit { name } issuedAt status { label } processNumber fulfilment { fulfilledOn certificateNumber } } }
  totalCount countsByStatus { count } } }`;

describe('what is shown of intimations takes few subgraph requests:', () => {
  it.each<[string, string, Record<string, number>]>([
    ["a recipient's list two: the intimations, and the names of units", documentOf('my-notices'), { intimation: 1, identity: 1 }],
    ['one intimation with its documents and the explanation of its deadlines two', documentOf('notice'), { intimation: 1, process: 1 }],
    ['the report of a unit two', report, { intimation: 1, identity: 1 }],
  ])('%s', async (_what, query, expected) => {
    expect(validate(api, parse(query))).toEqual([]);
    expect(await plannedRequests(query, { id: 'n' })).toEqual(expected);
  });
});

/** Requests that the planner foresees, by subgraph; nothing is sent. */
async function plannedRequests(query: string, variables: Record<string, unknown> = {}): Promise<Record<string, number>> {
  const requests: Record<string, number> = {};
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: () => ({ process: () => Promise.resolve({ data: null }) }),
    experimental_didResolveQueryPlan({ queryPlan }) {
      // A plan is a tree of nodes; those that ask a subgraph carry its name.
      JSON.stringify(queryPlan, (key, value: unknown) => {
        if (key === 'serviceName' && typeof value === 'string') requests[value] = (requests[value] ?? 0) + 1;
        return value;
      });
    },
  });
  const server = new ApolloServer({ gateway });
  await server.executeOperation({ query, variables });
  await server.stop();
  return requests;
}

type Values = Readonly<Record<string, unknown>>;

function valuesOf(directive: ConstDirectiveNode): Values {
  return Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, 'value' in value ? value.value : undefined]));
}

/** Graphs of a type's `@join__type` that satisfy the condition. */
function graphsOf(type: ObjectTypeDefinitionNode, condition: (values: Values) => boolean): ReadonlySet<unknown> {
  const joins = (type.directives ?? []).filter(({ name }) => name.value === 'join__type').map(valuesOf);
  return new Set(joins.filter(condition).map((values) => values['graph']));
}

/** Graphs that resolve a field: those named on it, else all of its type. */
function ownersOf(field: FieldDefinitionNode, type: ObjectTypeDefinitionNode): unknown[] {
  const joins = (field.directives ?? []).filter(({ name }) => name.value === 'join__field').map(valuesOf);
  const named = joins.filter((values) => values['external'] !== true).flatMap((values) => (values['graph'] === undefined ? [] : [values['graph']]));
  return named.length > 0 ? named : [...graphsOf(type, () => true)];
}

/** The type that a field, or each item of its list, promises to be; undefined when it may be null. */
function promisedType(type: TypeNode): string | undefined {
  if (type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.NAMED_TYPE) return type.type.name.value;
  if (type.kind === Kind.NON_NULL_TYPE) return promisedType(type.type);
  return type.kind === Kind.LIST_TYPE ? promisedType(type.type) : undefined;
}
