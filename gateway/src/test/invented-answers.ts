import {
  getNamedType,
  GraphQLScalarType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { createHash } from 'node:crypto';
import type { SubgraphAnswer } from '../plan/fetch.ts';
import type { Fields } from '../plan/fields.ts';
import type { SubgraphError } from '../plan/subgraph-error.ts';

/** How often, of a hundred, a value is what no good subgraph would answer. */
export interface Faults {
  readonly nulls: number;
  readonly errors: number;
  readonly wrong: number;
}

/**
 * Answers any document of a subgraph with values that depend on nothing but `seed`, the object and the field: the same
 * entity is the same however often it is asked for. Nothing checks the values, so that a subgraph may break its promises.
 */
export function inventAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Fields,
  { seed, faults }: { seed: number; faults: Faults },
): SubgraphAnswer {
  const errors: SubgraphError[] = [];
  const pick = (count: number, ...what: readonly unknown[]): number =>
    createHash('sha1').update(JSON.stringify([seed, what])).digest().readUInt32BE() % count;

  const selected = ({ selections }: SelectionSetNode, typename: string): FieldNode[] =>
    selections.flatMap((node) => {
      const no = (node.directives ?? []).some(({ name, arguments: given = [] }) => {
        const value: unknown = valueFromASTUntyped(given[0]?.value ?? { kind: Kind.NULL }, variables);
        return name.value === 'skip' ? value === true : name.value === 'include' && value !== true;
      });
      if (no) return [];
      if (node.kind === Kind.FIELD) return [node];
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === node.name.value);
      if (fragment === undefined || !('selectionSet' in fragment)) return [];
      const condition = 'typeCondition' in fragment ? schema.getType(fragment.typeCondition?.name.value ?? typename) : undefined;
      const type = schema.getType(typename);
      const fits = condition === undefined || condition === type || (isAbstractType(condition) && isObjectType(type) && schema.isSubType(condition, type));
      return fits ? selected(fragment.selectionSet, typename) : [];
    });

  const objectOf = (typename: string, identity: string, known: Fields, set: SelectionSetNode, path: readonly (string | number)[]): Fields => {
    const object: Fields = {};
    for (const node of selected(set, typename)) {
      const name = (node.alias ?? node.name).value;
      if (node.name.value === '__typename') {
        object[name] = typename;
        continue;
      }
      const type = schema.getType(typename);
      const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
      if (field === undefined) throw new Error(`No ${typename}.${node.name.value}`);
      const given = (node.arguments ?? []).map((one): unknown => valueFromASTUntyped(one.value, variables));
      const own = `${identity}.${node.name.value}(${JSON.stringify(given)})`;
      const already = known[node.name.value];
      // Two mentions of one field give one value: the second adds what it selects.
      const value = already ?? valueOf(field.type, own, node, [...path, name]);
      object[name] = typeof object[name] === 'object' && object[name] !== null && typeof value === 'object' ? joined(object[name], value) : value;
    }
    return object;
  };

  const valueOf = (type: GraphQLOutputType, identity: string, node: FieldNode, path: readonly (string | number)[]): unknown => {
    if (pick(100, identity, 'error') < faults.errors) {
      const message = `error of ${identity}`;
      if (!errors.some((error) => error.message === message && String(error.path) === String(path))) errors.push({ message, path, extensions: { code: 'FORBIDDEN', kind: 'forbidden' } });
      return null;
    }
    if (pick(100, identity, 'null') < (isNonNullType(type) ? faults.nulls : 10 + faults.nulls)) return null;
    const nullable = isNonNullType(type) ? type.ofType : type;
    if (isListType(nullable)) {
      return Array.from({ length: pick(4, identity, 'length') }, (_, index) => valueOf(nullable.ofType as GraphQLOutputType, `${identity}[${index}]`, node, [...path, index]));
    }
    const named = getNamedType(nullable);
    if (isEnumType(named) || named instanceof GraphQLScalarType) {
      if (pick(100, identity, 'wrong') < faults.wrong) return 'wrong';
      return isEnumType(named) ? named.getValues()[pick(named.getValues().length, identity)]?.name : scalarOf(named.name, pick(5, identity));
    }
    const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : [named];
    const typename = possible[pick(possible.length, identity, 'type')]?.name ?? '';
    const entity = ['Person', 'Company', 'Case'].includes(typename);
    const id = String(pick(4, identity, 'id'));
    const set = node.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] };
    return objectOf(typename, entity ? `${typename}:${id}` : identity, entity ? { id, number: id } : {}, set, path);
  };

  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('No operation');
  const root = operation.operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query';
  const [first] = operation.selectionSet.selections;
  if (first?.kind === Kind.FIELD && first.name.value === '_entities') {
    const representations = variables['representations'] as Fields[];
    const entities = representations.map((representation, index) => {
      const typename = String(representation['__typename']);
      const id = String(representation['id'] ?? representation['number']);
      if (pick(100, typename, id, 'gone') < faults.errors) {
        errors.push({ message: `${typename} ${id} is gone`, path: ['_entities', index] });
        return null;
      }
      return objectOf(typename, `${typename}:${id}`, { id, number: id }, first.selectionSet ?? operation.selectionSet, ['_entities', index]);
    });
    return { data: { _entities: entities }, ...(errors.length > 0 ? { errors } : {}) };
  }
  const data = objectOf(root, root, {}, operation.selectionSet, []);
  return { data, ...(errors.length > 0 ? { errors } : {}) };
}

function scalarOf(name: string, number: number): unknown {
  switch (name) {
    case 'Int':
      return number;
    case 'Float':
      return number + 0.5;
    case 'Boolean':
      return number % 2 === 0;
    case 'ID':
      return String(number);
    case 'String':
      return `text ${number}`;
    default:
      return [{ any: number }, [number], number, 'x', false][number];
  }
}

function joined(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return one.map((item: unknown, index) => joined(item, other[index]));
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return other;
  const fields = { ...(one as Fields) };
  for (const [name, value] of Object.entries(other)) fields[name] = name in fields ? joined(fields[name], value) : value;
  return fields;
}
