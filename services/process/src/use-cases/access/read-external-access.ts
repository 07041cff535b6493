import { readerOf } from '../../permissions/reader-of.ts';
import { defineEntityQuery } from '../define.ts';
import { externalAccessesOf } from '../processes/load-readable.ts';

/** External accesses by id, for references: null for what is not the actor's own. */
export const readExternalAccess = defineEntityQuery({
  action: 'external-access:read',
  async loadMany(ids, ports, actor) {
    const reader = readerOf(actor);
    if (reader.kind !== 'person') return [];
    const found = await ports.grants.findMany(ids);
    const own = await ports.grants.inForce(reader.personId, [...new Set(found.map(({ processId }) => processId))]);
    return externalAccessesOf(own.filter(({ id }) => ids.includes(id)), own, ports);
  },
  idOf: ({ id }) => id,
});
