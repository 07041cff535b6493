import { isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, getNamedType, parse } from 'graphql';
import type { GraphQLField, GraphQLInputType } from 'graphql';
import { buildSubgraphSchema } from '@apollo/subgraph';

/** Something that is typed into an operation: its path, `input.recipient.email`, and the scalar it is. */
export interface Leaf {
  readonly path: readonly string[];
  readonly scalar: string;
}

/** One root field of the graph, with all that is typed into it. */
export interface Operation {
  readonly name: string;
  readonly leaves: readonly Leaf[];
  /** The document, and variables in which one leaf has this value and the rest what is usual for its name. */
  send(leaf: Leaf, value: unknown): { readonly document: string; readonly variables: Record<string, unknown> };
}

/** What is typed where a name asks for it, when it is not what is tried; by the name of an operation, what goes for that one. */
type Usual = Readonly<Record<string, unknown>>;

/** Every operation of a subgraph; operations that take nothing are left out. */
export function typedOperations(typeDefs: string, usual: Usual): Operation[] {
  const schema = buildSubgraphSchema(parse(typeDefs));
  const roots = [['query', schema.getQueryType()], ['mutation', schema.getMutationType()]] as const;
  return roots
    .flatMap(([kind, root]) => Object.values(root?.getFields() ?? {}).map((field) => operationOf(kind, field, usual)))
    .filter(({ name, leaves }) => leaves.length > 0 && !name.startsWith('_'));
}

function operationOf(kind: string, field: GraphQLField<unknown, unknown>, usual: Usual): Operation {
  const { name, args } = field;
  const declared = args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const given = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selected = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  const document = `${kind}(${declared}) { ${name}(${given})${pageSelection(field) ?? selected} }`;
  return {
    name,
    leaves: args.flatMap((argument) => leavesOf(argument.type, [argument.name], [])),
    send: (leaf, value) => ({
      document,
      variables: Object.fromEntries(args.map((argument) => [argument.name, valueOf(argument.type, [argument.name], { leaf, value, usual: { ...usual, ...(usual[name] as object | undefined) } })])),
    }),
  };
}

/** Lists are asked for their items, so that they are really looked for. */
function pageSelection(field: GraphQLField<unknown, unknown>): string | undefined {
  const type = getNamedType(field.type);
  return 'getFields' in type && 'edges' in type.getFields() ? ' { edges { __typename } }' : undefined;
}

function leavesOf(type: GraphQLInputType, path: readonly string[], inside: readonly string[]): Leaf[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return isEnumType(named) ? [] : [{ path, scalar: named.name }];
  if (inside.includes(named.name)) return [];
  return Object.values(named.getFields()).flatMap((field) => leavesOf(field.type, [...path, field.name], [...inside, named.name]));
}

interface Filling {
  readonly leaf: Leaf;
  readonly value: unknown;
  readonly usual: Usual;
}

/** What may be left out is left out, but on the way to what is tried. */
function valueOf(type: GraphQLInputType, path: readonly string[], filling: Filling): unknown {
  const isOnTheWay = path.every((name, index) => name === filling.leaf.path[index]);
  return isNonNullType(type) || isOnTheWay ? filled(type, path, filling) : undefined;
}

function filled(type: GraphQLInputType, path: readonly string[], filling: Filling): unknown {
  if (isNonNullType(type)) return filled(type.ofType, path, filling);
  if (isListType(type)) return [filled(type.ofType, path, filling)];
  if (isInputObjectType(type)) {
    return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, valueOf(field.type, [...path, field.name], filling)]));
  }
  if (path.join() === filling.leaf.path.join()) return filling.value;
  const name = path.at(-1) ?? '';
  if (isEnumType(type)) return filling.usual[name] ?? type.getValues()[0]?.name;
  return filling.usual[name] ?? plain[type.name] ?? 'x';
}

const plain: Usual = { Int: 1, Float: 1, Boolean: true, LocalDate: '2026-12-31', DateTime: '2026-12-31T12:00:00Z', CPF: '52998224725' };
