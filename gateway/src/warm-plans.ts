import type { Logger } from '@guiche/kit/log';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Graph } from './graph.ts';

/**
 * Parses, validates and plans every operation of the known documents, so that no caller pays for it. Nothing is asked
 * of a subgraph. A document that does not fit the graph is logged: it harms only its own callers.
 */
export async function warmPlans(graph: Graph, documents: readonly string[], log: Logger): Promise<void> {
  const startedAt = performance.now();
  for (const query of documents) {
    const operations = operationsOf(query);
    for (const operation of operations) {
      const operationName = operations.length === 1 ? null : (operation.name?.value ?? null);
      const variables = placeholders(graph.schema, operation);
      const refusal = await graph.prepare({ query, operationName, variables });
      if (refusal !== undefined) log.error({ operation: operation.name?.value, reason: refusal.body }, 'a known document does not fit the graph');
    }
  }
  log.info({ documents: documents.length, ms: Math.round(performance.now() - startedAt) }, 'plans warmed');
}

/** Names of the operations in the known documents. */
export function operationNames(documents: readonly string[]): ReadonlySet<string> {
  return new Set(documents.flatMap(operationsOf).flatMap(({ name }) => (name === undefined ? [] : [name.value])));
}

function operationsOf(document: string): OperationDefinitionNode[] {
  return parse(document, { noLocation: true }).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
}

/** Values that pass the check of required variables; nobody ever sees them. */
function placeholders(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  const values = variableDefinitions.flatMap(({ variable, type: node }) => {
    const type = typeFromAST(schema, node) as GraphQLInputType | undefined;
    return type === undefined || !isNonNullType(type) ? [] : [[variable.name.value, placeholder(type)] as const];
  });
  return Object.fromEntries(values);
}

function placeholder(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return placeholder(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, placeholder(field.type)]));
  }
  return type.name === 'Int' || type.name === 'Float' ? 1 : type.name === 'Boolean' ? true : 'x';
}
