import type { Principal } from '@guiche/kit/auth';
import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import type { VistaRequest } from '../../domain/access/vista.ts';
import { processErrors } from '../../domain/errors.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { defineQuery } from '../define.ts';
import { ownerOf } from './own-processes.ts';

interface ListCommand {
  readonly actor: Principal;
  readonly input: PageArguments & { readonly unitId: string; readonly state?: VistaRequest['state'] | null | undefined };
}

/** Requests that a unit has to decide or decided, newest first; of a secret process for those with a credential. */
export const listVistaRequests = defineQuery({
  action: 'vista:list',
  async load({ input }: ListCommand, { units }) {
    const unit = await units.find(input.unitId);
    if (unit === undefined) throw processErrors.UNIT_NOT_FOUND();
    return unit;
  },
  run({ input: { unitId, state, ...page }, actor }, { vistas }): Promise<Page<VistaRequest>> {
    return vistas.page(state ? { unitId, state } : { unitId }, pageRequest(page), { reader: readerOf(actor), grantedIds: [] });
  },
});

/** What the person asked to see, newest first. */
export const listMyVistaRequests = defineQuery({
  action: 'vista:list-own',
  load: () => null,
  run: ({ input, actor }: { input: PageArguments; actor: Principal }, { vistas }): Promise<Page<VistaRequest>> =>
    vistas.page(ownerOf(actor), pageRequest(input)),
});
