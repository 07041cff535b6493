import { getOwn, isFields, setOwn, type Fields } from './fields.ts';
import type { Rewrites } from './plan-nodes.ts';
import type { IsOfType } from './subtypes.ts';

type Rewrite = Rewrites[number];

const conditionPrefix = '... on ';

/** Does what the planner asks of keys before they are sent, or of an answer before it is merged; in place. */
export function applyRewrites(rewrites: Rewrites, value: unknown, isOfType: IsOfType): void {
  for (const rewrite of rewrites) {
    const last = rewrite.path.at(-1);
    if (last !== undefined) rewriteAt(rewrite.path.slice(0, -1), value, isOfType, (fields) => rewriteField(rewrite, last, fields));
  }
}

function rewriteField(rewrite: Rewrite, name: string, fields: Fields): void {
  switch (rewrite.kind) {
    case 'ValueSetter':
      setOwn(fields, name, rewrite.setValueTo);
      return;
    case 'KeyRenamer': {
      const value = getOwn(fields, name);
      if (value === undefined || value === null) return;
      setOwn(fields, rewrite.renameKeyTo, value);
      setOwn(fields, name, undefined);
    }
  }
}

function rewriteAt(path: readonly string[], value: unknown, isOfType: IsOfType, rewrite: (fields: Fields) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) rewriteAt(path, item, isOfType, rewrite);
    return;
  }
  if (!isFields(value)) return;
  const [step, ...rest] = path;
  if (step === undefined) {
    rewrite(value);
  } else if (step.startsWith(conditionPrefix)) {
    const type = getOwn(value, '__typename');
    const fits = typeof type !== 'string' || type === '' || isOfType(type, step.slice(conditionPrefix.length));
    if (fits) rewriteAt(rest, value, isOfType, rewrite);
  } else {
    rewriteAt(rest, getOwn(value, step), isOfType, rewrite);
  }
}
