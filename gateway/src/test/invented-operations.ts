import { getNamedType, isCompositeType, isObjectType, isUnionType, type GraphQLCompositeType, type GraphQLSchema } from 'graphql';

/** Numbers below `count`, the same for the same seed. */
export function numbersOf(seed: number): (count: number) => number {
  let state = seed | 0;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
}

const names = ['alpha', 'beta', 'gamma', 'constructor', 'toString', 'valueOf'];

/**
 * The text of an operation of the schema: fields, aliases, fragments with and without names, conditions and
 * `__typename` by chance. Not every one is valid; who uses it validates it.
 */
export function inventOperation(schema: GraphQLSchema, seed: number): string {
  const pick = numbersOf(seed);
  const oneOf = <Item>(items: readonly Item[]): Item | undefined => items[pick(items.length)];
  const fragments: string[] = [];
  let aliases = 0;

  const condition = (): string => (pick(6) === 0 ? ` @${oneOf(['skip', 'include'])}(if: ${oneOf(['$yes', '$no', '$usual', 'true', 'false'])})` : '');
  const alias = (): string => (pick(4) === 0 ? `${pick(8) === 0 ? oneOf(names) : `a${(aliases += 1)}`}: ` : '');

  const fieldOf = (type: GraphQLCompositeType, depth: number): string => {
    if (isUnionType(type) || pick(8) === 0) return `${alias()}__typename${condition()}`;
    const fields = Object.values(type.getFields()).filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
    const field = oneOf(fields);
    if (field === undefined) return '__typename';
    const named = getNamedType(field.type);
    const given = field.args.map(({ name, type: argument }) => `${name}: ${String(argument) === 'Int' ? oneOf(['1', '2', '$size']) : '"x"'}`);
    const inputs = given.length > 0 && pick(2) === 0 ? `(${given.join(', ')})` : '';
    const alone = inputs === '' ? alias() : `b${(aliases += 1)}: `;
    return `${alone}${field.name}${inputs}${condition()}${isCompositeType(named) ? ` ${setOf(named, depth - 1)}` : ''}`;
  };

  const setOf = (type: GraphQLCompositeType, depth: number): string => {
    const parts = Array.from({ length: 1 + pick(4) }, () => {
      const kind = pick(isObjectType(type) ? 8 : 3);
      if (kind > 0 || depth <= 0) return fieldOf(type, depth);
      const all = Object.values(schema.getTypeMap()).filter((other): other is GraphQLCompositeType => isCompositeType(other) && !other.name.startsWith('__'));
      const possible = new Set(isObjectType(type) ? [type] : schema.getPossibleTypes(type));
      const fitting = all.filter((other) => (isObjectType(other) ? [other] : schema.getPossibleTypes(other)).some((one) => possible.has(one)));
      const target = oneOf(fitting) ?? type;
      const inner = setOf(target, depth - 1);
      if (pick(3) > 0) return `... ${pick(5) === 0 ? '' : `on ${target.name}`}${condition()} ${inner}`;
      const name = `F${fragments.length}`;
      fragments.push(`fragment ${name} on ${target.name} ${inner}`);
      return `...${name}${condition()}`;
    });
    return `{ ${parts.join(' ')} }`;
  };

  const mutation = pick(8) === 0 ? schema.getMutationType() : undefined;
  const root = mutation ?? schema.getQueryType();
  if (root == null) throw new Error('No root');
  const kind = mutation == null ? 'query' : 'mutation';
  const body = setOf(root, 5);
  return `${kind} Invented($yes: Boolean!, $no: Boolean!, $usual: Boolean = true, $size: Int) ${body} ${fragments.join(' ')}`;
}
