/** An object of an answer, by response name. Names are the client's choice: `constructor` and `__proto__` are names. */
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function getOwn(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function setOwn(fields: Fields, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(fields, name, { value, configurable: true, enumerable: true, writable: true });
  else fields[name] = value;
}

/** Puts one answer into another: objects and lists of equal length are merged, anything else takes the newer value. */
export function merge(target: Fields, source: Fields): void {
  for (const name of Object.keys(source)) {
    const value = source[name];
    if (value === undefined) continue;
    const known = getOwn(target, name);
    if (isFields(value) && isFields(known)) merge(known, value);
    else if (Array.isArray(value) && Array.isArray(known) && value.length === known.length) mergeItems(known, value);
    else setOwn(target, name, value);
  }
}

function mergeItems(target: unknown[], source: readonly unknown[]): void {
  for (const [index, value] of source.entries()) {
    const known = target[index];
    if (isFields(value) && isFields(known)) merge(known, value);
    else target[index] = value;
  }
}
