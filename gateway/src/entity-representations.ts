/** Entity keys of one `_entities` request, each sent once. */
export interface CollapsedRepresentations {
  /** JSON text of the distinct representations, in the order of their first appearance. */
  readonly unique: readonly string[];
  /** For each representation that was asked for: its place in `unique`. */
  readonly places: readonly number[];
}

/** The planner sends one representation per place in the answer; equal ones load the same entity. */
export function collapse(representations: readonly unknown[]): CollapsedRepresentations {
  const seen = new Map<string, number>();
  const places = representations.map((representation) => {
    const text = JSON.stringify(representation);
    const known = seen.get(text);
    if (known !== undefined) return known;
    seen.set(text, seen.size);
    return seen.size - 1;
  });
  return { unique: [...seen.keys()], places };
}

interface EntitiesAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly { readonly path?: readonly (string | number)[] }[];
}

/** Gives each place its entity back, and each error its places. */
export function expand<Answer extends EntitiesAnswer>(answer: Answer, { unique, places }: CollapsedRepresentations): Answer {
  if (unique.length === places.length) return answer;
  const entities = answer.data?.['_entities'];
  const data = Array.isArray(entities) && entities.length === unique.length
    ? { ...answer.data, _entities: places.map((place): unknown => entities[place]) }
    : answer.data;
  const errors = answer.errors?.flatMap((error) => {
    const [root, place, ...rest] = error.path ?? [];
    if (root !== '_entities' || typeof place !== 'number') return [error];
    return places.flatMap((own, index) => (own === place ? [{ ...error, path: [root, index, ...rest] }] : []));
  });
  return { ...answer, ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors }) };
}
