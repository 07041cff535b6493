import { defineEntityQuery } from '../define.ts';
import { externalAccessesOf } from '../processes/load-readable.ts';

/** External accesses by id, for references: null for what is not the actor's own. */
export const readExternalAccess = defineEntityQuery({
  action: 'external-access:read',
  async loadMany(ids, ports) {
    const grants = await ports.grants.findMany(ids);
    return externalAccessesOf(grants, grants, ports);
  },
  idOf: ({ id }) => id,
});
