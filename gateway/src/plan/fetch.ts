import { Kind, OperationTypeNode, parse } from 'graphql';
import type { GatewayContext } from '../request-context.ts';
import { getOwn, isFields, merge, setOwn, type Fields } from './fields.ts';
import { objectsAt, pathsAt, type Path } from './places.ts';
import type { FetchNode } from './plan-nodes.ts';
import { represent, type Representations } from './representations.ts';
import { applyRewrites } from './rewrites.ts';
import { placeError, type SubgraphError } from './subgraph-error.ts';
import type { IsOfType } from './subtypes.ts';

/** One request to a subgraph. */
export interface SubgraphRequest {
  readonly body: string;
  readonly mutation: boolean;
  /** Places that stay empty when the request fails. */
  readonly missing: readonly Path[];
}

export interface SubgraphAnswer {
  readonly data?: Fields | null;
  readonly errors?: readonly SubgraphError[];
}

/** Asks one subgraph; its faults are errors of the answer, never thrown. */
export type AskSubgraph = (request: SubgraphRequest, context: GatewayContext) => Promise<SubgraphAnswer>;

/** What the steps of one run share. */
export interface Run {
  readonly context: GatewayContext;
  /** As the client sent them: each subgraph reads them against its own types. */
  readonly variables: Fields;
  /** The same with their defaults, as the API's types read them: what `@include` and `@skip` go by. */
  readonly conditions: Fields;
  /** Answers so far, put together. */
  readonly data: Fields;
  readonly errors: Error[];
}

/** One part of a plan. `path` is where it works; errors are collected, never thrown. */
export type Step = (run: Run, path: Path) => Promise<void>;

/** Makes everything of a request that does not change from run to run. */
export function createFetch(node: FetchNode, ask: AskSubgraph, isOfType: IsOfType): Step {
  const beginning = `{"query":${JSON.stringify(node.operation)},"variables":{`;
  const usages = (node.variableUsages ?? []).map((name) => ({ name, key: `${JSON.stringify(name)}:` }));
  const mutation = node.operationKind === OperationTypeNode.MUTATION;
  const missing = node.requires === undefined ? rootFieldsOf(node.operation).map((name) => [name]) : [[]];

  const bodyOf = (variables: Fields, representations?: readonly string[]): string => {
    let body = beginning;
    let separator = '';
    for (const { name, key } of usages) {
      const value = getOwn(variables, name);
      if (value === undefined) continue;
      body += `${separator}${key}${JSON.stringify(value)}`;
      separator = ',';
    }
    return representations === undefined ? `${body}}}` : `${body}${separator}"representations":[${representations.join(',')}]}}`;
  };

  const fetchFields = async (run: Run, path: Path, objects: readonly Fields[]): Promise<void> => {
    const { data, errors = [] } = await ask({ body: bodyOf(run.variables), mutation, missing }, run.context);
    for (const error of errors) run.errors.push(placeError(error, node.serviceName, error.path && [...path, ...error.path]));
    if (!isFields(data)) return;
    if (node.outputRewrites !== undefined) applyRewrites(node.outputRewrites, data, isOfType);
    for (const object of objects) merge(object, data);
  };

  const fetchEntities = async (run: Run, path: Path, objects: readonly Fields[]): Promise<void> => {
    const { unique, places } = represent(objects, node, isOfType);
    if (unique.length === 0) return;
    const { data, errors } = await ask({ body: bodyOf(run.variables, unique), mutation, missing }, run.context);
    if (errors !== undefined) run.errors.push(...placeEntityErrors(errors, node.serviceName, { data: run.data, path, places }));
    if (!isFields(data)) return;
    const entities = getOwn(data, '_entities');
    if (!Array.isArray(entities) || entities.length !== unique.length) {
      throw new Error(`Subgraph "${node.serviceName}" did not answer ${unique.length} entities`);
    }
    for (const [index, object] of objects.entries()) {
      const place = places[index];
      const entity: unknown = place === undefined ? undefined : entities[place];
      if (!isFields(entity)) continue;
      if (node.outputRewrites !== undefined) {
        if (!getOwn(entity, '__typename')) setOwn(entity, '__typename', getOwn(object, '__typename'));
        applyRewrites(node.outputRewrites, entity, isOfType);
      }
      merge(object, entity);
    }
  };

  return async (run, path) => {
    const objects = path.length === 0 ? [run.data] : objectsAt(run.data, path);
    if (objects.length === 0) return;
    try {
      await (node.requires === undefined ? fetchFields(run, path, objects) : fetchEntities(run, path, objects));
    } catch (error) {
      run.errors.push(error as Error);
    }
  };
}

/** An error of one entity goes to every place that asked for it; one of the whole request to where it was made. */
function placeEntityErrors(
  errors: readonly SubgraphError[],
  serviceName: string,
  { data, path, places }: { data: Fields; path: Path; places: Representations['places'] },
): Error[] {
  const paths = pathsAt(data, path);
  return errors.flatMap((error) => {
    const [root, entity, ...rest] = error.path ?? [];
    if (root !== '_entities' || typeof entity !== 'number') return [placeError(error, serviceName, error.path && [...path, ...error.path])];
    return paths.flatMap((own, index) => (places[index] === entity ? [placeError(error, serviceName, [...own, ...rest])] : []));
  });
}

/** Response names at the root of a planned operation. */
function rootFieldsOf(query: string): string[] {
  const operation = parse(query, { noLocation: true }).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return (operation?.selectionSet.selections ?? []).flatMap((node) => (node.kind === Kind.FIELD ? [(node.alias ?? node.name).value] : []));
}
