import { Kind, visit, type DocumentNode } from 'graphql';
import { getOwn, type Fields } from '../plan/fields.ts';

/** Names of the variables that `@skip` and `@include` of a document go by. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** The same text for the same choice of fields. */
export function choiceOf(names: readonly string[], variables: Fields): string {
  return names.map((name) => (getOwn(variables, name) === true ? '1' : '0')).join('');
}
