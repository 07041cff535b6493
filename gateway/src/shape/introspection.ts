import { executeSync, Kind, type FieldNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Fields } from '../plan/fields.ts';
import type { Fragments } from './collect-fields.ts';

/** Answers `__schema` or `__type` of an operation from the API's schema; no subgraph is asked. */
export function introspect(
  node: FieldNode,
  { schema, operation, fragments, variables }: { schema: GraphQLSchema; operation: OperationDefinitionNode; fragments: Fragments; variables: Fields },
): unknown {
  const only: OperationDefinitionNode = { ...operation, directives: [], selectionSet: { kind: Kind.SELECTION_SET, selections: [node] } };
  const { data, errors } = executeSync({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [only, ...Object.values(fragments)] },
    variableValues: variables,
  });
  const [error] = errors ?? [];
  if (error !== undefined) throw error;
  return data?.[(node.alias ?? node.name).value];
}
