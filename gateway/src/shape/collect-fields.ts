import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { getOwn, type Fields } from '../plan/fields.ts';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** A selection set and the type it is written for. */
export interface Source {
  readonly selections: SelectionSetNode;
  readonly type: GraphQLNamedType;
}

/** One field of an answer: all that an operation says under one response name. */
export interface Collected {
  /** The first mention; later ones can only add to what is selected inside. */
  readonly node: FieldNode;
  readonly parent: GraphQLNamedType;
  readonly sources: Source[];
}

/**
 * The fields of an object, in the order of the answer. `runtime` is its type where the subgraph told it: without one,
 * fragments apply by the type they stand in, as @apollo/gateway has it.
 */
export function collectFields(
  sources: readonly Source[],
  runtime: GraphQLCompositeType | undefined,
  { schema, fragments, conditions }: { schema: GraphQLSchema; fragments: Fragments; conditions: Fields },
): ReadonlyMap<string, Collected> {
  const fields = new Map<string, Collected>();

  const collect = ({ selections }: SelectionSetNode, parent: GraphQLNamedType): void => {
    for (const node of selections) {
      if (isLeftOut(node.directives, conditions)) continue;
      if (node.kind === Kind.FIELD) {
        add(node, parent);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments[node.name.value];
      if (fragment === undefined) continue;
      const condition = fragment.typeCondition === undefined ? undefined : schema.getType(fragment.typeCondition.name.value);
      if (condition !== undefined && !isSubtype(schema, condition, runtime ?? parent)) continue;
      collect(fragment.selectionSet, condition ?? parent);
    }
  };

  const add = (node: FieldNode, parent: GraphQLNamedType): void => {
    const name = (node.alias ?? node.name).value;
    const field = fields.get(name) ?? { node, parent, sources: [] };
    fields.set(name, field);
    const type = typeOfField(node, parent);
    if (node.selectionSet !== undefined && type !== undefined) field.sources.push({ selections: node.selectionSet, type: getNamedType(type) });
  };

  for (const { selections, type } of sources) collect(selections, type);
  return fields;
}

/** The type that a field has where it is written; undefined for `__typename` and introspection. */
export function typeOfField({ name }: FieldNode, parent: GraphQLNamedType) {
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name.value]?.type : undefined;
}

function isSubtype(schema: GraphQLSchema, condition: GraphQLNamedType, type: GraphQLNamedType): boolean {
  return condition === type || (isAbstractType(condition) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(condition, type));
}

function isLeftOut(directives: readonly DirectiveNode[] | undefined, conditions: Fields): boolean {
  return directives?.some((directive) => saysNo(directive, conditions)) === true;
}

function saysNo({ name, arguments: given }: DirectiveNode, conditions: Fields): boolean {
  if (name.value !== 'skip' && name.value !== 'include') return false;
  const value = given?.find((argument) => argument.name.value === 'if')?.value;
  const yes = value?.kind === Kind.VARIABLE ? getOwn(conditions, value.name.value) : value?.kind === Kind.BOOLEAN && value.value;
  if (typeof yes !== 'boolean') throw new Error(`The condition of @${name.value} is no Boolean`);
  return yes === (name.value === 'skip');
}
