import type { MutationResolvers } from '../../../generated/graphql.ts';
import { cancelAccess } from '../../../use-cases/access/cancel-access.ts';
import { configureVista } from '../../../use-cases/access/configure-vista.ts';
import { denyVista } from '../../../use-cases/access/deny-vista.ts';
import { grantAccess } from '../../../use-cases/access/grant-access.ts';
import { grantVista } from '../../../use-cases/access/grant-vista.ts';
import { openIsolatedAccess } from '../../../use-cases/access/open-isolated-access.ts';
import { requestIsolatedAccessCode } from '../../../use-cases/access/request-isolated-access-code.ts';
import { requestVista } from '../../../use-cases/access/request-vista.ts';
import { stub } from '../mappers.ts';

/** What changes access from outside. */
export const accessActs = {
  async grantAccess(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(grantAccess, input);
    return { grantId: result.grantId, replayed };
  },
  async cancelAccess(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(cancelAccess, input);
    return { ...result, replayed };
  },
  async requestIsolatedAccessCode(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(requestIsolatedAccessCode, input);
    return { expiresAt: result.expiresAt, replayed };
  },
  async openIsolatedAccess(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(openIsolatedAccess, input);
    return { ...result, replayed };
  },
  async requestVista(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(requestVista, input);
    return { requestId: result.requestId, replayed };
  },
  async grantVista(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(grantVista, input);
    return { requestId: result.requestId, replayed };
  },
  async denyVista(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(denyVista, input);
    return { requestId: result.requestId, replayed };
  },
  async configureVista(_parent, { input }, { execute }) {
    const { result, replayed } = await execute(configureVista, input);
    return { municipality: stub(result.municipalityId), reminderDays: result.reminderDays, replayed };
  },
} satisfies MutationResolvers;
