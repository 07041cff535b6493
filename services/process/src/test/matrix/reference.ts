import type { MatrixRow } from '@guiche/kit/testing';
import type { Caller } from './callers.ts';

/** A forged representation must not bring back what it claims. */
export const reference = (type: string, id: string, fields: string): MatrixRow<Caller>['send'] => (ask) =>
  ask(`query($refs: [_Any!]!) { _entities(representations: $refs) { ... on ${type} { ${fields} } } }`, {
    refs: [{ __typename: type, id, municipalityId: 'rio', openUnitIds: ['other'], personId: 'citizen-b', grants: [{ personId: 'citizen-b', state: 'ACTIVE' }] }],
  });
