import { connectionOf } from '@guiche/kit/graphql';
import type { PersonResolvers } from '../../generated/graphql.ts';
import { listAccreditations } from '../../use-cases/read-accreditation.ts';
import { personById } from '../../use-cases/read-person.ts';

export const Person: PersonResolvers = {
  __resolveReference: ({ id }, { entity }) => entity(personById, id),
  async accreditations(person, args, { ask }) {
    return connectionOf(await ask(listAccreditations, { person, ...args }));
  },
};
