import type { AppError } from '@guiche/kit/errors';
import { GraphQLError, Kind, parse, valueFromASTUntyped, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { gatewayErrors } from './errors.ts';
import { createShapes, type Shape } from './operation-shape.ts';

/**
 * What one operation may ask for. Depth 12 is what the deepest useful document needs: a connection takes three levels
 * (`documents { edges { node`), so this is three lists inside one another and the fields of an object at their end.
 * A body of somebody with a valid token may hold what is written in the editor, 4 MiB with its pictures, and the rest of an
 * operation; the token is verified before the body is read. Subgraphs take as much (`kit/graphql`).
 * Fields are counted with fragments written out, so that reuse of fragments cannot multiply work unseen.
 */
export const limits = {
  bodyBytes: { anonymous: 256 * 1024, authenticated: 5 * 1024 * 1024 },
  tokens: 1_000,
  depth: 12,
  aliases: 15,
  rootFields: 20,
  directives: 50,
  fields: 2_000,
  cost: 5_000,
} as const;

/** Guessing passwords, codes and accounts in bulk inside one document is what this list prevents. */
export const credentialMutations: ReadonlySet<string> = new Set([
  'logIn',
  'logInStaff',
  'authorizeSignature',
  'confirmEmail',
  'resendConfirmation',
  'preRegister',
  'refreshSession',
]);

export interface OperationRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Variables | null;
}

/** An operation that may run. `name` is undefined for an anonymous one. */
export interface Measured {
  readonly name: string | undefined;
  /** The document holds no other operation, so the name chooses nothing. */
  readonly alone: boolean;
  /** Objects that the answer may hold at most. */
  readonly cost: number;
}

export interface OperationLimiter {
  /** Throws the coded refusal; undefined for what is no document or has no such operation: GraphQL itself says why. */
  check(request: OperationRequest): Measured | undefined;
}

interface MeasuredDocument {
  readonly refusal?: AppError;
  readonly operations: ReadonlyMap<string, { name: string | undefined; cost: Shape['cost']; defaults: Variables }>;
}

type Variables = Readonly<Record<string, unknown>>;

/** Everything but the page sizes in variables is computed once per text. */
export function createLimiter(schema: GraphQLSchema): OperationLimiter {
  const known = new LRUCache<string, MeasuredDocument>({
    maxSize: 8 * 1024 * 1024,
    sizeCalculation: (_document, text) => text.length + 1_000,
  });

  return {
    check({ query, operationName, variables }) {
      let measured = known.get(query);
      if (measured === undefined) {
        const document = readDocument(query);
        if (document === undefined) return undefined;
        measured = measure(schema, document);
        known.set(query, measured);
      }
      if (measured.refusal !== undefined) throw measured.refusal;
      const { operations } = measured;
      const [only] = operations.values();
      const operation = operationName === null && operations.size === 1 ? only : operations.get(operationName ?? '');
      if (operation === undefined) return undefined;
      const cost = operation.cost((name) => variables?.[name] ?? operation.defaults[name]);
      if (cost > limits.cost) throw gatewayErrors.OPERATION_TOO_COSTLY({ found: Math.min(cost, Number.MAX_SAFE_INTEGER), limit: limits.cost });
      return { name: operation.name, alone: operations.size === 1, cost };
    },
  };
}

function readDocument(text: string): DocumentNode | undefined {
  try {
    return parse(text, { maxTokens: limits.tokens, noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('Parsing aborted')) {
      throw gatewayErrors.OPERATION_TOO_LONG({ limit: limits.tokens });
    }
    return undefined;
  }
}

function measure(schema: GraphQLSchema, document: DocumentNode): MeasuredDocument {
  const shapes = createShapes(schema, document, { counted: credentialMutations });
  const nodes = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const measured = nodes.map((node) => ({ node, shape: shapes.ofOperation(node) }));
  const refusal =
    nodes.map(reservedVariable).find((found) => found !== undefined) ??
    measured.map(({ shape }) => excess(shape)).find((found) => found !== undefined) ??
    repeatedCredentials(measured.map(({ shape }) => shape));
  const operations = measured.map(({ node, shape }) => {
    const name = node.name?.value;
    return [name ?? '', { name, cost: shape.cost, defaults: defaultsOf(node) }] as const;
  });
  return { operations: new Map(operations), ...(refusal === undefined ? {} : { refusal }) };
}

function excess(shape: Shape): AppError | undefined {
  const rows = [
    [shape.fields, limits.fields, gatewayErrors.TOO_MANY_FIELDS],
    [shape.depth, limits.depth, gatewayErrors.OPERATION_TOO_DEEP],
    [shape.rootFields, limits.rootFields, gatewayErrors.TOO_MANY_ROOT_FIELDS],
    [shape.aliases, limits.aliases, gatewayErrors.TOO_MANY_ALIASES],
    [shape.directives, limits.directives, gatewayErrors.TOO_MANY_DIRECTIVES],
  ] as const;
  const over = rows.find(([found, limit]) => found > limit);
  if (over === undefined) return undefined;
  const [found, limit, refuse] = over;
  return refuse({ found, limit });
}

function repeatedCredentials(shapes: readonly Shape[]): AppError | undefined {
  const count = shapes.reduce((sum, shape) => sum + shape.counted, 0);
  return count > 1 ? gatewayErrors.CREDENTIALS_ONCE() : undefined;
}

/** @apollo/gateway puts entity keys under this name and fails on a client's variable of the same one. */
function reservedVariable(operation: OperationDefinitionNode): AppError | undefined {
  const reserved = operation.variableDefinitions?.some((definition) => definition.variable.name.value === 'representations');
  return reserved === true ? gatewayErrors.RESERVED_VARIABLE({ name: 'representations' }) : undefined;
}

function defaultsOf(operation: OperationDefinitionNode): Variables {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  return Object.fromEntries(defaults);
}

