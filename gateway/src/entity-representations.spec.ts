import { expect, it } from '@jest/globals';
import { collapse, expand } from './entity-representations.ts';

const people = ['1', '2', '1', '1', '3'].map((id) => ({ __typename: 'Person', id }));

it('equal representations are sent once and their entity comes back to every place', () => {
  const collapsed = collapse(people);
  expect(collapsed.unique.map((text): unknown => JSON.parse(text))).toEqual([people[0], people[1], people[4]]);
  const answer = expand({ data: { _entities: ['one', 'two', 'three'] } }, collapsed);
  expect(answer.data._entities).toEqual(['one', 'two', 'one', 'one', 'three']);
});

it('an error of an entity comes back for every place that asked for it', () => {
  const errors = [{ message: 'gone', path: ['_entities', 0, 'name'] }, { message: 'all', path: ['_entities'] }, { message: 'no path' }];
  expect(expand({ data: { _entities: [null, 'two', 'three'] }, errors }, collapse(people)).errors).toEqual([
    { message: 'gone', path: ['_entities', 0, 'name'] },
    { message: 'gone', path: ['_entities', 2, 'name'] },
    { message: 'gone', path: ['_entities', 3, 'name'] },
    { message: 'all', path: ['_entities'] },
    { message: 'no path' },
  ]);
});

it('an answer with another number of entities is left as it is, for the planner to refuse', () => {
  const wrong = { data: { _entities: ['one'] } };
  expect(expand(wrong, collapse(people))).toEqual(wrong);
});
