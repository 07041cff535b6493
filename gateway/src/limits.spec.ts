import { describe, expect, it } from '@jest/globals';
import { isAppError } from '@guiche/kit/errors';
import { buildSchema } from 'graphql';
import { createLimiter, limits } from './limits.ts';

const schema = buildSchema(`
  type Query { me: Person, tickets(first: Int, last: Int, after: String): TicketConnection, cities: [City!]! }
  type Mutation { logIn(input: String): Person, authorizeSignature(input: String): Person, openTicket(input: String): Ticket }
  type Person { id: ID!, name: String!, friend: Person, tickets(first: Int, last: Int): TicketConnection! }
  type City { id: ID! }
  type Ticket { id: ID!, owner: Person, documents(first: Int, last: Int): DocumentConnection! }
  type TicketConnection { edges: [TicketEdge!]!, totalCount: Int }
  type TicketEdge { cursor: String!, node: Ticket! }
  type Document { id: ID!, name: String }
  type DocumentConnection { edges: [DocumentEdge!]! }
  type DocumentEdge { node: Document! }
`);

const { check } = createLimiter(schema);
const costOf = (query: string, variables: Record<string, unknown> | null = null): number | undefined =>
  check({ query, operationName: null, variables })?.cost;

function refusalOf(query: string, variables: Record<string, unknown> | null = null): { code: string; details: unknown } | undefined {
  try {
    check({ query, operationName: null, variables });
    return undefined;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { code: error.code, details: error.details };
  }
}

describe('cost', () => {
  it('counts the objects that may be loaded: pages times what is on them', () => {
    expect(costOf('{ me { id name } }')).toBe(1);
    expect(costOf('{ tickets(first: 10) { totalCount edges { cursor node { id owner { name } } } } }')).toBe(1 + 10 * 2);
    expect(costOf('{ tickets(first: 10) { edges { node { documents(last: 5) { edges { node { id } } } } } } }')).toBe(1 + 10 * (1 + 1 + 5));
  });

  it('takes page sizes from variables, from their defaults, and else the page size of the API', () => {
    const query = 'query($n: Int) { tickets(first: $n) { edges { node { id } } } }';
    expect(costOf(query, { n: 7 })).toBe(8);
    expect(costOf(query)).toBe(31);
    expect(costOf('query($n: Int = 3) { tickets(first: $n) { edges { node { id } } } }')).toBe(4);
    expect(costOf('{ tickets { edges { node { id } } } }')).toBe(31);
    expect(costOf(query, { n: -5 })).toBe(1);
    expect(costOf(query, { n: 'many' })).toBe(31);
    expect(costOf('{ cities { id } }')).toBe(10);
  });

  it('is the same with fragments as without', () => {
    const plain = '{ tickets(first: 4) { edges { node { id owner { friend { id } } } } } }';
    const withFragments = `{ ...all } fragment all on Query { tickets(first: 4) { ...page } }
      fragment page on TicketConnection { edges { ... on TicketEdge { node { id ...owner } } } }
      fragment owner on Ticket { owner { friend { id } } }`;
    expect(costOf(withFragments)).toBe(costOf(plain));
  });

  it('over the limit is refused, also when only the variable makes it so', () => {
    const query = 'query($n: Int) { tickets(first: $n) { edges { node { documents(first: 100) { edges { node { id } } } } } } }';
    expect(costOf(query, { n: 10 })).toBeLessThan(limits.cost);
    expect(refusalOf(query, { n: 100 })).toEqual({ code: 'OPERATION_TOO_COSTLY', details: { found: 1 + 100 * 102, limit: limits.cost } });
  });
});

describe('an operation is refused', () => {
  it('when it is deeper than the limit, and not at the limit', () => {
    const nested = (levels: number): string => `{ me { ${'friend { '.repeat(levels)} id ${'} '.repeat(levels)} } }`;
    expect(refusalOf(nested(limits.depth - 2))).toBeUndefined();
    expect(refusalOf(nested(limits.depth - 1))?.code).toBe('OPERATION_TOO_DEEP');
    expect(refusalOf(`{ me { ...a } } fragment a on Person { ${'friend { '.repeat(11)} id ${'}'.repeat(11)} }`)?.code).toBe('OPERATION_TOO_DEEP');
  });

  it('when it uses too many aliases, counted inside fragments as often as they are used', () => {
    const aliases = (count: number): string => Array.from({ length: count }, (_, index) => `a${index}: id`).join(' ');
    expect(refusalOf(`{ me { ${aliases(limits.aliases)} } }`)).toBeUndefined();
    expect(refusalOf(`{ me { ${aliases(limits.aliases + 1)} } }`)?.code).toBe('TOO_MANY_ALIASES');
    expect(refusalOf(`{ me { ...a friend { ...a } } } fragment a on Person { ${aliases(8)} }`)?.code).toBe('TOO_MANY_ALIASES');
  });

  it('when it asks for too many root fields, directives or tokens', () => {
    expect(refusalOf(`{ ${'me { id } '.repeat(limits.rootFields + 1)} }`)?.code).toBe('TOO_MANY_ROOT_FIELDS');
    expect(refusalOf(`{ me { id ${'@include(if: true) '.repeat(limits.directives + 1)} } }`)?.code).toBe('TOO_MANY_DIRECTIVES');
    expect(refusalOf(`{ me { ${'id '.repeat(limits.tokens)} } }`)?.code).toBe('OPERATION_TOO_LONG');
  });

  it('at once, when fragments use one another to ask for millions of fields', () => {
    const bomb = Array.from({ length: 60 }, (_, index) => `fragment f${index} on Person { ...f${index + 1} ...f${index + 1} }`);
    const startedAt = performance.now();
    expect(refusalOf(`{ me { ...f0 } } ${bomb.join(' ')} fragment f60 on Person { id friend { id } }`)?.code).toBe('TOO_MANY_FIELDS');
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('when credentials are tried twice in one document, by aliases, fragments or several operations', () => {
    expect(refusalOf('mutation { logIn(input: "a") { id } }')).toBeUndefined();
    for (const query of [
      'mutation { a: logIn(input: "a") { id } b: logIn(input: "b") { id } }',
      'mutation { logIn(input: "a") { id } authorizeSignature(input: "b") { id } }',
      'mutation { ...m logIn(input: "a") { id } } fragment m on Mutation { other: logIn(input: "b") { id } }',
      'mutation A { logIn(input: "a") { id } } mutation B { logIn(input: "b") { id } }',
    ]) {
      expect({ query, code: refusalOf(query)?.code }).toEqual({ query, code: 'CREDENTIALS_ONCE' });
    }
    expect(refusalOf('mutation { a: openTicket(input: "a") { id } b: openTicket(input: "b") { id } }')).toBeUndefined();
  });

  it('when a variable has the name that entity keys travel under', () => {
    expect(refusalOf('query($representations: Int) { tickets(first: $representations) { totalCount } }')?.code).toBe('RESERVED_VARIABLE');
  });
});

it('what is no document, or an operation that is not there, is left to GraphQL to explain', () => {
  expect(check({ query: '{ me {', operationName: null, variables: null })).toBeUndefined();
  expect(check({ query: 'query A { me { id } } query B { me { id } }', operationName: null, variables: null })).toBeUndefined();
  expect(check({ query: 'query A { me { id } } query B { me { id } }', operationName: 'B', variables: null })).toMatchObject({ name: 'B', alone: false });
  expect(costOf('{ ...f } fragment f on Query { ...f unknown { id } }')).toBe(0);
});
