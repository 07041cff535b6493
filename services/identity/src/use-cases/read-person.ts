import { defineEntityQuery } from './define.ts';

export const personById = defineEntityQuery({
  action: 'person:read',
  loadMany: (ids, { persons }) => persons.byIds(ids),
  idOf: ({ id }) => id,
});

