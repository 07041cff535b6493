import type { Principal } from '@guiche/kit/auth';
import { mapPage, pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import type { ExternalAccess } from '../../domain/access/access-readings.ts';
import { defineQuery } from '../define.ts';
import { externalAccessesOf } from '../processes/load-readable.ts';
import { ownerOf } from './own-processes.ts';

/** What was released to the person, newest first. */
export const listExternalAccesses = defineQuery({
  action: 'external-access:list',
  load: () => null,
  async run({ input, actor }: { input: PageArguments; actor: Principal }, ports): Promise<Page<ExternalAccess>> {
    const owner = ownerOf(actor);
    const page = await ports.grants.pageForSignature(owner, pageRequest(input));
    const known = page.items.flatMap(({ beside }) => beside);
    const accesses = await externalAccessesOf(page.items.map(({ grant }) => grant), known, ports);
    const byId = new Map(accesses.map((access) => [access.id, access]));
    return mapPage(page, ({ grant }) => {
      const access = byId.get(grant.id);
      if (access === undefined) throw new Error(`Grant ${grant.id} has lost its document`);
      return access;
    });
  },
});
