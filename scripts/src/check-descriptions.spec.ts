import { expect, it } from '@jest/globals';
import { undescribed } from './check-descriptions.ts';

it('everything public that nobody explained is named by its coordinate', () => {
  const schema = `
    type Query { "t" ticket("id" id: ID!, lang: String): Ticket }
    type Ticket { "n" number: String!, state: State }
    "S" enum State { "n" NEW SOLVED }
    "I" input Filter { state: State }
    union Thing = Ticket
    scalar CPF
  `;
  expect(undescribed(schema).sort()).toEqual(
    ['CPF', 'Filter.state', 'Query.ticket(lang:)', 'State.SOLVED', 'Thing', 'Ticket', 'Ticket.state'].sort(),
  );
});
