import {
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { setOwn, type Fields } from '../plan/fields.ts';
import { collectFields, typeOfField, type Collected, type Fragments, type Source } from './collect-fields.ts';
import { leafCheck } from './leaf-values.ts';

/** What goes along while one answer is shaped. */
export interface Shaping {
  /** Answers `__schema` and `__type`. */
  readonly introspect: (node: FieldNode) => unknown;
  /** Why something is null that a subgraph answered or left out. */
  readonly reasons: string[];
}

/** The value of the answer; null; or undefined: it would be null where that may not be, so the object around it is. */
type Shape = (value: unknown, shaping: Shaping) => unknown;
type ShapeField = (object: Fields, shaping: Shaping) => unknown;

export interface ShaperOptions {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  /** Values of the variables that `@skip` and `@include` go by. */
  readonly conditions: Fields;
}

/**
 * Makes what turns the subgraphs' answers, put together, into the answer of an operation: only what was asked for, in
 * that order, under those names, and null as far up as the types say. It gives what `computeResponse` of
 * @apollo/gateway gives, and decides once per operation what that decides for every object.
 */
export function createShaper(options: ShaperOptions): (data: Fields, shaping: Shaping) => Fields | null {
  const root = options.schema.getRootType(options.operation.operation);
  if (root == null) throw new Error(`The graph has no ${options.operation.operation}`);
  const shape = objectShape([{ selections: options.operation.selectionSet, type: root }], options, 'the root');
  return (data, shaping) => shape(data, shaping) as Fields | null;
}

function shapeOf(type: GraphQLOutputType, sources: readonly Source[], place: string, options: ShaperOptions): Shape {
  if (isNonNullType(type)) {
    const nullable = shapeOf(type.ofType, sources, place, options);
    return (value, shaping) => {
      const shaped = nullable(value, shaping);
      if (shaped !== null) return shaped;
      shaping.reasons.push(`Cannot return null for non-nullable ${place}.`);
      return undefined;
    };
  }
  if (isListType(type)) return listShape(shapeOf(type.ofType, sources, `item of ${place}`, options), place);
  if (isCompositeType(type)) return objectShape(sources, options, place);
  const fits = leafCheck(type);
  return (value, shaping) => {
    if (value === null || value === undefined) return null;
    if (fits(value)) return value;
    shaping.reasons.push(`Invalid value found for ${place}.`);
    return null;
  };
}

function listShape(shapeItem: Shape, place: string): Shape {
  return (value, shaping) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) throw new Error(`A subgraph answered no list for ${place}`);
    const shaped: unknown[] = [];
    for (const item of value as unknown[]) {
      const one = shapeItem(item, shaping);
      if (one === undefined) return null;
      shaped.push(one);
    }
    return shaped;
  };
}

interface NamedShape {
  readonly name: string;
  readonly shape: ShapeField;
}

function objectShape(sources: readonly Source[], options: ShaperOptions, place: string): Shape {
  const { schema } = options;
  // By the type that the subgraph tells, which is undefined where the plan does not ask for it.
  const known = new Map<unknown, readonly NamedShape[] | undefined>();
  const fieldsOf = (typename: unknown): readonly NamedShape[] | undefined => {
    if (known.has(typename)) return known.get(typename);
    const told = typeof typename === 'string' && typename !== '' ? schema.getType(typename) : undefined;
    const runtime = isCompositeType(told) ? told : undefined;
    const unknown = runtime === undefined && typename !== undefined && typename !== null && typename !== '';
    if (unknown) return undefined;
    const collected = collectFields(sources, runtime, options);
    const fields = [...collected].map(([name, field]) => ({ name, shape: fieldShape(name, field, options) }));
    known.set(typename, fields);
    return fields;
  };

  return (value, shaping) => {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'object' || Array.isArray(value)) throw new Error(`A subgraph answered no object for ${place}`);
    const object = value as Fields;
    const fields = fieldsOf(object['__typename']);
    if (fields === undefined) {
      shaping.reasons.push(`Invalid __typename found for ${place}.`);
      return null;
    }
    const shaped: Fields = {};
    for (const { name, shape } of fields) {
      const one = shape(object, shaping);
      if (one === undefined) return null;
      setOwn(shaped, name, one);
    }
    return shaped;
  };
}

function fieldShape(name: string, { node, parent, sources }: Collected, options: ShaperOptions): ShapeField {
  if (node.name.value === '__typename') return typenameShape(name, parent, options.schema);
  if (node.name.value === '__schema' || node.name.value === '__type') return (_object, { introspect }) => introspect(node);
  const type = typeOfField(node, parent);
  if (type === undefined) throw new Error(`${parent.name}.${node.name.value} is not in the graph`);
  const shape = shapeOf(type, sources, `field ${parent.name}.${node.name.value}`, options);
  // What every object inherits is no answer of a subgraph; other names need not be looked at twice.
  if (name in Object.prototype) return (object, shaping) => shape(Object.hasOwn(object, name) ? object[name] : null, shaping);
  return (object, shaping) => shape(object[name], shaping);
}

function typenameShape(name: string, parent: GraphQLNamedType, schema: GraphQLSchema): ShapeField {
  return (object) => {
    const told = (Object.hasOwn(object, name) ? object[name] : null) ?? object['__typename'];
    const type = (typeof told === 'string' ? schema.getType(told) : undefined) ?? parent;
    return isObjectType(type) ? type.name : undefined;
  };
}
