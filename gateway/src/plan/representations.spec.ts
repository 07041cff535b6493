import { expect, it } from '@jest/globals';
import type { FetchNode } from './plan-nodes.ts';
import { represent } from './representations.ts';

const isOfType = (type: string, condition: string): boolean => type === condition || condition === 'Owner';
const keyOf = (typeCondition: string, ...names: string[]): NonNullable<FetchNode['requires']>[number] => ({
  kind: 'InlineFragment',
  typeCondition,
  selections: ['__typename', ...names].map((name) => ({ kind: 'Field', name })),
});
const people = ['1', '2', '1', '1', '3'].map((id) => ({ __typename: 'Person', id, name: `Person ${id}` }));

it('equal keys are sent once and every object knows its own', () => {
  const { unique, places } = represent(people, { requires: [keyOf('Person', 'id')] }, isOfType);
  expect(unique).toEqual(['1', '2', '3'].map((id) => `{"__typename":"Person","id":"${id}"}`));
  expect(places).toEqual([0, 1, 0, 0, 2]);
});

it('an object of another type, or without a required field, is not asked for', () => {
  const objects = [{ __typename: 'Company', id: '1' }, { __typename: 'Person' }, { id: '1' }, ...people.slice(0, 1)];
  expect(represent(objects, { requires: [keyOf('Person', 'id')] }, isOfType)).toEqual({
    unique: ['{"__typename":"Person","id":"1"}'],
    places: [undefined, undefined, undefined, 0],
  });
});

it('a condition on an interface holds for its types, and keys of several conditions are joined', () => {
  const { unique } = represent(people.slice(0, 1), { requires: [keyOf('Owner', 'id'), keyOf('Person', 'name')] }, isOfType);
  expect(unique).toEqual(['{"__typename":"Person","id":"1","name":"Person 1"}']);
});

it('what the planner wants put in another way is put so', () => {
  const inputRewrites = [{ kind: 'ValueSetter' as const, path: ['... on Person', '__typename'], setValueTo: 'Owner' }];
  expect(represent(people.slice(0, 1), { requires: [keyOf('Person', 'id')], inputRewrites }, isOfType).unique).toEqual(['{"__typename":"Owner","id":"1"}']);
});
