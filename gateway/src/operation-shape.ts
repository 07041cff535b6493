import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** Page size that a connection gives when none is asked for (api.md). */
const defaultPageSize = 30;
/** What a list without `first` or `last` is taken to hold: such lists are short by convention (api.md). */
const plainListSize = 10;

/** Reads a variable of the request, or its default. */
type ReadVariable = (name: string) => unknown;
type Cost = (read: ReadVariable) => number;

/** How large an operation is, with its fragments written out. */
export interface Shape {
  readonly depth: number;
  readonly rootFields: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Root fields whose name is among those that are counted. */
  readonly counted: number;
  /** Objects that may be loaded at most; page sizes come from the variables. */
  readonly cost: Cost;
}

/** A selection set before its parent says how many items its lists hold. */
interface Part extends Omit<Shape, 'cost'> {
  readonly once: readonly Cost[];
  readonly perItem: readonly Cost[];
}

/**
 * Measures the operations of one document. Every fragment is measured once, whatever the number of its uses, so that
 * the time is linear in the text. What the schema does not know counts as a leaf: validation refuses it afterwards.
 */
export function createShapes(
  schema: GraphQLSchema,
  document: DocumentNode,
  { counted }: { counted: ReadonlySet<string> },
): { ofOperation(operation: OperationDefinitionNode): Shape } {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<string, Part>();

  const ofFragment = (name: string): Part => {
    const ready = known.get(name);
    if (ready !== undefined) return ready;
    const fragment = fragments.get(name);
    known.set(name, nothing); // A cycle ends here; validation refuses it.
    if (fragment === undefined) return nothing;
    const part = ofSelections(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
    const whole = { ...part, directives: part.directives + (fragment.directives?.length ?? 0) };
    known.set(name, whole);
    return whole;
  };

  const ofSelections = ({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): Part =>
    sum(
      selections.map((selection) => {
        const directives = selection.directives?.length ?? 0;
        switch (selection.kind) {
          case Kind.FIELD:
            return withDirectives(ofField(selection, parent), directives);
          case Kind.FRAGMENT_SPREAD:
            return withDirectives(ofFragment(selection.name.value), directives);
          case Kind.INLINE_FRAGMENT: {
            const condition = selection.typeCondition?.name.value;
            const type = condition === undefined ? parent : schema.getType(condition);
            return withDirectives(ofSelections(selection.selectionSet, type), directives);
          }
        }
      }),
    );

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined): Part => {
    const name = node.name.value;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = field === undefined ? undefined : getNamedType(field.type);
    const own = {
      rootFields: 1,
      aliases: node.alias === undefined || node.alias.value === name ? 0 : 1,
      counted: parent !== undefined && parent === schema.getMutationType() && counted.has(name) ? 1 : 0,
    };
    if (node.selectionSet === undefined || name.startsWith('__') || field === undefined || !isCompositeType(type)) {
      return { ...nothing, ...own, depth: 1, fields: 1 };
    }
    const inner = ofSelections(node.selectionSet, type);
    const cost = costOfItem(node, field, type, inner);
    return {
      ...inner,
      ...own,
      aliases: own.aliases + inner.aliases,
      depth: inner.depth + 1,
      fields: inner.fields + 1,
      ...(isListType(getNullableType(field.type)) ? { once: [], perItem: [cost] } : { once: [cost], perItem: [] }),
    };
  };

  return {
    ofOperation(operation) {
      const root = schema.getRootType(operation.operation) ?? undefined;
      const onVariables = (operation.variableDefinitions ?? []).reduce((count, { directives }) => count + (directives?.length ?? 0), 0);
      const part = ofSelections(operation.selectionSet, root);
      const { once, perItem, ...shape } = withDirectives(part, onVariables + (operation.directives?.length ?? 0));
      return { ...shape, cost: (read) => total(once, read) + plainListSize * total(perItem, read) };
    },
  };
}

/** The cost of one object of a field: itself, its objects, and its lists times their size. */
function costOfItem(node: FieldNode, field: GraphQLField<unknown, unknown>, type: GraphQLNamedType, { once, perItem }: Part): Cost {
  const own = type.name.endsWith('Edge') ? 0 : 1;
  const pageArguments = field.args.filter(({ name }) => name === 'first' || name === 'last');
  if (pageArguments.length === 0) return (read) => own + total(once, read) + plainListSize * total(perItem, read);
  const sizes = (node.arguments ?? [])
    .filter(({ name }) => name.value === 'first' || name.value === 'last')
    .map(({ value }) => sizeOf(value));
  const size: Cost = (read) => {
    const asked = sizes.map((one) => one(read)).filter((one) => one !== undefined);
    return asked.length === 0 ? defaultPageSize : Math.max(...asked);
  };
  return (read) => own + total(once, read) + size(read) * total(perItem, read);
}

function sizeOf(value: ValueNode): (read: ReadVariable) => number | undefined {
  if (value.kind === Kind.INT) {
    const size = Math.max(0, Number(value.value));
    return () => size;
  }
  if (value.kind !== Kind.VARIABLE) return () => undefined;
  const name = value.name.value;
  return (read) => {
    const size = read(name);
    return typeof size === 'number' && Number.isFinite(size) ? Math.max(0, size) : undefined;
  };
}

const nothing: Part = { depth: 0, rootFields: 0, fields: 0, aliases: 0, directives: 0, counted: 0, once: [], perItem: [] };

function withDirectives(part: Part, directives: number): Part {
  return directives === 0 ? part : { ...part, directives: part.directives + directives };
}

function sum(parts: readonly Part[]): Part {
  const add = (value: (part: Part) => number): number => parts.reduce((count, part) => count + value(part), 0);
  return {
    depth: parts.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
    rootFields: add(({ rootFields }) => rootFields),
    fields: add(({ fields }) => fields),
    aliases: add(({ aliases }) => aliases),
    directives: add(({ directives }) => directives),
    counted: add(({ counted }) => counted),
    once: joined(parts.map(({ once }) => once)),
    perItem: joined(parts.map(({ perItem }) => perItem)),
  };
}

/** One term for many, so that reused fragments never multiply what is kept in memory. */
function joined(terms: readonly (readonly Cost[])[]): readonly Cost[] {
  const used = terms.filter((term) => term.length > 0);
  if (used.length <= 1) return used[0] ?? [];
  return [(read) => used.reduce((sumOfTerms, term) => sumOfTerms + total(term, read), 0)];
}

function total(costs: readonly Cost[], read: ReadVariable): number {
  let sumOfCosts = 0;
  for (const cost of costs) sumOfCosts += cost(read);
  return sumOfCosts;
}
