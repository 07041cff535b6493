import { getOwn, isFields, type Fields } from './fields.ts';

/** A place in an answer; `@` stands for every item of a list. */
export type Path = readonly (string | number)[];

/** The objects at `path`, in order; what is null on the way has none. */
export function objectsAt(data: unknown, path: Path): Fields[] {
  const found: Fields[] = [];
  walk(data, path, 0, (value) => found.push(value));
  return found;
}

/** Where each of `objectsAt` stands. Errors need it, and only they. */
export function pathsAt(data: unknown, path: Path): Path[] {
  const found: Path[] = [];
  const trail: (string | number)[] = [];
  walk(data, path, 0, () => found.push([...trail]), trail);
  return found;
}

function walk(value: unknown, path: Path, at: number, find: (value: Fields) => void, trail?: (string | number)[]): void {
  if (value === null || value === undefined) return;
  const step = path[at];
  if (step === '@' || (step === undefined && Array.isArray(value))) {
    if (!Array.isArray(value)) throw new Error(`A subgraph answered no list at ${path.slice(0, at).join('.')}`);
    for (let index = 0; index < value.length; index += 1) {
      trail?.push(index);
      walk(value[index], path, at + 1, find, trail);
      trail?.pop();
    }
  } else if (!isFields(value)) {
    if (step !== undefined) throw new Error(`A subgraph answered no object at ${path.slice(0, at).join('.')}`);
  } else if (step === undefined) {
    find(value);
  } else {
    trail?.push(step);
    walk(getOwn(value, String(step)), path, at + 1, find, trail);
    trail?.pop();
  }
}
