import { defineEntityQuery } from '../define.ts';

/** Response types by id. */
export const readResponseTypes = defineEntityQuery({
  action: 'response-type:read',
  loadMany: (ids, { responseTypes }) => responseTypes.findMany(ids),
  idOf: (type) => type.id,
});
