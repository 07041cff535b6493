import { describe, expect, it } from '@jest/globals';
import { unannouncedBreakingChanges } from './check-breaking-changes.ts';

const released = `
  type Query {
    ticket(id: ID!, old: Int @deprecated(reason: "Not read. removed after 2026-10-31")): Ticket
  }
  type Ticket {
    number: String!
    code: String @deprecated(reason: "Use number; removed after 2026-10-31")
    state: State
  }
  enum State { NEW SOLVED }
`;
const today = '2026-11-21';

describe('a change of the public API', () => {
  it.each([
    ['a new field', released.replace('number: String!', 'number: String! title: String')],
    ['a new optional argument', released.replace('id: ID!', 'id: ID!, lang: String')],
    ['the end of a field whose date is over', released.replace(/code: .*/, '')],
    ['the end of an argument whose date is over', released.replace(/, old: .*"\)/, '')],
  ])('passes when it is %s', async (_, current) => {
    expect(await unannouncedBreakingChanges(released, current, today)).toEqual([]);
  });

  it.each([
    ['a field that goes away', released.replace('number: String!', '')],
    ['a field that may now be null', released.replace('number: String!', 'number: String')],
    ['an enum value that goes away', released.replace('NEW SOLVED', 'NEW')],
    ['a new required argument', released.replace('id: ID!', 'id: ID!, city: ID!')],
  ])('is refused when it is %s', async (_, current) => {
    expect(await unannouncedBreakingChanges(released, current, today)).toHaveLength(1);
  });

  it('is refused before the announced date is over', async () => {
    const current = released.replace(/code: .*/, '');
    expect(await unannouncedBreakingChanges(released, current, '2026-10-31')).toHaveLength(1);
  });
});
