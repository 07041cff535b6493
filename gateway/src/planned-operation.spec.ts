import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NoUnusedVariablesRule, parse, specifiedRules, validate } from 'graphql';
import type { SubgraphAnswer } from './plan/fetch.ts';
import type { Fields } from './plan/fields.ts';
import type { OperationResult } from './planned-operation.ts';
import { createBothExecutors, type Answer, type BothExecutors } from './test/both-executors.ts';
import { inventAnswer, type Faults } from './test/invented-answers.ts';
import { inventOperation } from './test/invented-operations.ts';

let both: BothExecutors;
beforeAll(async () => {
  both = await createBothExecutors();
});
afterAll(() => both.stop());

interface Given {
  readonly operation: number;
  readonly seed: number;
  readonly yes: boolean;
  readonly no: boolean;
  readonly usual: boolean | undefined;
  readonly down: string | undefined;
}

const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);

/** What a client would see of an error; by name of the place only, see `miscounts` below. */
function told(error: Error): string {
  const { path, extensions } = error as { path?: readonly unknown[]; extensions?: Fields };
  const place = path?.map((step) => (typeof step === 'number' ? '@' : step));
  return JSON.stringify([error.message, place, extensions?.['code'], extensions?.['serviceName']]);
}

/** False where there is nothing to compare: the invented operation is not valid, or cannot be planned. */
async function compare({ operation, seed, yes, no, usual, down }: Given, faults: Faults): Promise<boolean> {
  const query = inventOperation(both.api, operation);
  if (validate(both.api, parse(query), rules).length > 0) return false;
  const variables = { yes, no, size: 2, ...(usual === undefined ? {} : { usual }) };
  const answer: Answer = ({ name, schema }, text, given) =>
    name === down ? { errors: [{ message: `${name} is down`, path: [] }] } : structuredClone(inventAnswer(schema, parse(text), given, { seed, faults }));
  const expected = await both.reference(query, variables, answer);
  if (expected === undefined) return false;
  const { data, errors } = await both.ours(expected.planned, variables, answer);
  expect(data).toEqual(JSON.parse(JSON.stringify(expected.data)));
  expect(errors.map(told).sort()).toEqual(expected.errors.map(told).sort());
  return true;
}

describe('any operation gives what @apollo/gateway gives', () => {
  const good: Faults = { nulls: 0, errors: 0, wrong: 0 };
  it.each([
    ['when all subgraphs answer well', good, [undefined]],
    ['when subgraphs break the promises of their types', { ...good, nulls: 6, wrong: 6 }, [undefined]],
    ['when parts fail with errors', { ...good, errors: 6 }, [undefined]],
    ['when a whole subgraph is away', good, ['people', 'cases', 'costs']],
  ] as const)('%s', async (_title, faults, down) => {
    let compared = 0;
    const given = fc.record({
      operation: fc.integer(),
      seed: fc.nat(),
      yes: fc.boolean(),
      no: fc.boolean(),
      usual: fc.constantFrom(undefined, true, false),
      down: fc.constantFrom(...down),
    });
    await fc.assert(fc.asyncProperty(given, async (one) => void (compared += (await compare(one, faults)) ? 1 : 0)), { numRuns: 80 });
    expect(compared).toBeGreaterThan(20);
  });
});

describe('our own reading of a plan', () => {
  /** Runs a query over answers that each subgraph gives in turn. */
  const answering = async (
    query: string,
    answers: Readonly<Record<string, readonly SubgraphAnswer[]>>,
    variables: Fields = {},
  ): Promise<OperationResult & { sent: readonly Fields[] }> => {
    const expected = await both.reference(query, variables, () => ({ data: null }));
    if (expected === undefined) throw new Error('Not planned');
    const left = new Map(Object.entries(answers).map(([name, list]) => [name, [...list]]));
    const sent: Fields[] = [];
    const result = await both.ours(expected.planned, variables, ({ name }, _query, given) => {
      sent.push(given);
      return left.get(name)?.shift() ?? { data: null };
    });
    return { ...result, sent };
  };

  it('miscounts no place: an error of an entity names each that shows it, also in a union that several serve', async () => {
    const person = (id: string): Fields => ({ __typename: 'Person', id });
    const { data, errors, sent } = await answering('{ latest { parties { ... on Person { age } ... on Company { rating } } } }', {
      cases: [{ data: { latest: { parties: [{ __typename: 'Company', id: '9' }, person('1'), person('2'), person('1')] } } }],
      costs: [{ data: { _entities: [{ __typename: 'Company', rating: 5 }] } }],
      people: [{ data: { _entities: [null, { __typename: 'Person', age: 2 }] }, errors: [{ message: 'gone', path: ['_entities', 0] }] }],
    });
    expect(data).toEqual({ latest: { parties: [{ rating: 5 }, { age: null }, { age: 2 }, { age: null }] } });
    expect(errors.map((error) => 'path' in error && error.path)).toEqual([['latest', 'parties', 1], ['latest', 'parties', 3]]);
    expect(sent).toContainEqual({ representations: [person('1'), person('2')] });
  });

  it('puts fields in the order of the document, whatever the order of the answers', async () => {
    const me = JSON.parse('{"home":null,"a":1,"name":"Ana","__typename":"Person","id":"1"}') as Fields;
    const { data } = await answering('{ me { ... on Named { name } __typename a: age ... on Named { name home { street } } id } }', { people: [{ data: { me } }] });
    expect(Object.keys(data?.['me'] as Fields)).toEqual(['name', '__typename', 'a', 'home', 'id']);
  });

  it('takes names of what every object inherits for names like others', async () => {
    const answer = JSON.parse('{"data":{"__proto__":{"constructor":"1","__typename":"Person"},"toString":null}}') as SubgraphAnswer;
    const { data } = await answering('{ __proto__: me { constructor: id valueOf: name } toString: me { id } }', { people: [answer] });
    expect(JSON.stringify(data)).toBe('{"__proto__":{"constructor":"1","valueOf":null},"toString":null}');
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });

  it('answers what the schema is like without asking anybody', async () => {
    const query = 'query($of: String!) { __type(name: $of) { ...T } all: __schema { queryType { name } } } fragment T on __Type { name kind }';
    const { data, sent } = await answering(query, {}, { of: 'Person' });
    expect(data).toEqual({ __type: { name: 'Person', kind: 'OBJECT' }, all: { queryType: { name: 'Query' } } });
    expect(sent).toEqual([]);
  });

  it('makes an error of entities that are not as many as were asked for, not a guess', async () => {
    const people = [{ __typename: 'Person', id: '1' }, { __typename: 'Person', id: '2' }];
    const { data, errors } = await answering('{ people { debt } }', { people: [{ data: { people } }], costs: [{ data: { _entities: [{ debt: 1 }] } }] });
    expect(data).toEqual({ people: [{ debt: null }, { debt: null }] });
    expect(errors).toHaveLength(1);
  });

  it('finds out a variable that does not fit before anybody is asked, and sends the others as they came', async () => {
    const query = 'query($size: Int = 3) { search(first: $size) { __typename } }';
    const expected = await both.reference(query, {}, () => ({ data: null }));
    if (expected === undefined) throw new Error('Not planned');
    const operation = both.prepare(expected.planned, () => ({}));
    expect(operation.readVariables({})).toEqual({ size: 3 });
    expect(operation.readVariables({ size: 'many' })).toBeUndefined();
    expect((await answering(query, {}, {})).sent).toEqual([{}]);
  });
});
