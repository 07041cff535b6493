import { parse, visit } from 'graphql';
import type { ObjectTypeDefinitionNode, ObjectTypeExtensionNode } from 'graphql';
import type { GraphqlAnswer, GraphqlClient } from './graphql-client.ts';

/** What one caller gets: `ok`, `null` (as if absent), `empty` (a list with nothing in it), or an error code. */
export type MatrixAnswer = 'ok' | 'null' | 'empty' | (string & {});

/** One operation, tried by every caller. */
export interface MatrixRow<Caller extends string> {
  /** Sends the operation as one caller; called freshly for each, so that one-time acts can be prepared. */
  readonly send: (client: GraphqlClient, caller: Caller) => Promise<GraphqlAnswer<Record<string, unknown>>>;
  readonly answers: Readonly<Record<Caller, MatrixAnswer>>;
}

/**
 * Every operation of a subgraph that needs a row: `Query.ticket`, `Mutation.openTicket`, and `_entities Ticket` for each
 * type that can be referenced. File routes are added by the service's own matrix.
 */
export function operationsOf(typeDefs: string): string[] {
  const operations: string[] = [];
  const note = (node: ObjectTypeDefinitionNode | ObjectTypeExtensionNode): void => {
    const name = node.name.value;
    if (name === 'Query' || name === 'Mutation') {
      operations.push(...(node.fields ?? []).map((field) => `${name}.${field.name.value}`));
    } else if (node.directives?.some(isResolvableKey) === true) {
      operations.push(`_entities ${name}`);
    }
  };
  visit(parse(typeDefs), { ObjectTypeDefinition: note, ObjectTypeExtension: note });
  return operations.sort();
}

/** What an answer to a document with one root field amounts to. An entity reference counts by its first entity. */
export function matrixAnswer(answer: GraphqlAnswer<Record<string, unknown>>): MatrixAnswer {
  const code = answer.errors[0]?.extensions?.['code'];
  if (answer.errors.length > 0) return typeof code === 'string' ? code : 'error without code';
  const [value] = Object.values(answer.data ?? {});
  const shown: unknown = Array.isArray(value) ? value[0] : value;
  if (shown === null || shown === undefined) return 'null';
  const edges: unknown = typeof shown === 'object' && 'edges' in shown ? shown.edges : undefined;
  return Array.isArray(edges) && edges.length === 0 ? 'empty' : 'ok';
}

/** Tries every row as every caller; answers rows of `operation -> caller -> answer`, to compare with the expected ones. */
export async function tryMatrix<Caller extends string>(
  rows: Readonly<Record<string, MatrixRow<Caller>>>,
  clients: Readonly<Record<Caller, GraphqlClient>>,
): Promise<Record<string, Record<string, MatrixAnswer>>> {
  const tried: Record<string, Record<string, MatrixAnswer>> = {};
  for (const [operation, row] of Object.entries(rows)) {
    const answers: Record<string, MatrixAnswer> = {};
    for (const caller of Object.keys(row.answers) as Caller[]) {
      answers[caller] = matrixAnswer(await row.send(clients[caller], caller));
    }
    tried[operation] = answers;
  }
  return tried;
}

/** The expected side of `tryMatrix`. */
export function expectedMatrix<Caller extends string>(
  rows: Readonly<Record<string, MatrixRow<Caller>>>,
): Record<string, Readonly<Record<Caller, MatrixAnswer>>> {
  return Object.fromEntries(Object.entries(rows).map(([operation, { answers }]) => [operation, answers]));
}

function isResolvableKey(directive: { name: { value: string }; arguments?: readonly { name: { value: string }; value: object }[] }): boolean {
  if (directive.name.value !== 'key') return false;
  const resolvable = directive.arguments?.find((argument) => argument.name.value === 'resolvable');
  return resolvable === undefined || !('value' in resolvable.value) || resolvable.value.value !== false;
}
