import { getOwn, isFields, merge, setOwn, type Fields } from './fields.ts';
import type { FetchNode, Selections } from './plan-nodes.ts';
import { applyRewrites } from './rewrites.ts';
import type { IsOfType } from './subtypes.ts';

/** The keys of one `_entities` request, each sent once. */
export interface Representations {
  /** JSON text of the distinct keys, in the order of their first appearance. */
  readonly unique: readonly string[];
  /** For each object: the place of its key in `unique`; undefined for one that has no key to ask by. */
  readonly places: readonly (number | undefined)[];
}

/** Says what a subgraph is asked about each of `objects`; equal keys load the same entity. */
export function represent(
  objects: readonly Fields[],
  { requires = [], inputRewrites }: Pick<FetchNode, 'requires' | 'inputRewrites'>,
  isOfType: IsOfType,
): Representations {
  const seen = new Map<string, number>();
  const places = objects.map((object) => {
    const representation = select(object, requires, isOfType);
    if (representation === null || !getOwn(representation, '__typename')) return undefined;
    if (inputRewrites !== undefined) applyRewrites(inputRewrites, representation, isOfType);
    const text = JSON.stringify(representation);
    const known = seen.get(text);
    if (known !== undefined) return known;
    seen.set(text, seen.size);
    return seen.size - 1;
  });
  return { unique: [...seen.keys()], places };
}

/** The required fields of an object; null when one of them is not there. */
function select(source: Fields, selections: Selections, isOfType: IsOfType): Fields | null {
  const result: Fields = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name;
      const value = getOwn(source, name);
      if (value === undefined) return null;
      setOwn(result, name, selection.selections === undefined ? value : selectIn(value, selection.selections, isOfType));
    } else if (selection.typeCondition !== undefined && fits(source, selection.typeCondition, isOfType)) {
      const part = select(source, selection.selections, isOfType);
      if (part !== null) merge(result, part);
    }
  }
  return result;
}

function selectIn(value: unknown, selections: Selections, isOfType: IsOfType): unknown {
  if (Array.isArray(value)) return value.map((item) => selectIn(item, selections, isOfType));
  return isFields(value) ? select(value, selections, isOfType) : value;
}

function fits(source: Fields, condition: string, isOfType: IsOfType): boolean {
  const type = getOwn(source, '__typename');
  return typeof type === 'string' && isOfType(type, condition);
}
