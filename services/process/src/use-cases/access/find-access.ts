import type { Principal } from '@guiche/kit/auth';
import { stateAt } from '../../domain/access/grant.ts';
import { processErrors } from '../../domain/errors.ts';
import type { ManagedAccess } from '../../domain/access/access-readings.ts';
import { defineQuery } from '../define.ts';
import { managedAccesses } from './load-access.ts';

/** One access by id, for the units that have or had the process. */
export const findAccess = defineQuery({
  action: 'access:read',
  async load({ input, actor }: { input: { id: string }; actor: Principal; now: Date }, ports) {
    const [access] = await managedAccesses(await ports.grants.findMany([input.id]), ports, actor);
    if (access === undefined) throw processErrors.ACCESS_NOT_FOUND();
    return access;
  },
  run: ({ resource, now }): ManagedAccess => ({ ...resource, state: stateAt(resource, now) }),
});
