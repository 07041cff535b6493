import type { Principal } from '@guiche/kit/auth';
import { mapPage, pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import { stateAt } from '../../domain/access/grant.ts';
import type { Grant } from '../../domain/access/grant.ts';
import { processErrors } from '../../domain/errors.ts';
import type { ManagedAccess } from '../../domain/access/access-readings.ts';
import { defineQuery } from '../define.ts';
import { readableProcesses } from '../processes/load-readable.ts';

/** Who has, had or lost access to a process, newest first (AE-03). */
export const listProcessAccesses = defineQuery({
  action: 'access:list',
  async load({ input, actor }: ListCommand, ports) {
    const [process] = await readableProcesses(await ports.processes.findMany([input.processId]), ports, actor);
    if (process === undefined) throw processErrors.PROCESS_NOT_FOUND();
    return process;
  },
  async run({ input, resource: process, now }, { grants }): Promise<Page<ManagedAccess>> {
    const { processId, state } = input;
    const page = await grants.pageOfProcess(state ? { processId, state } : { processId }, pageRequest(input));
    return mapPage(page, (grant) => ({ ...grant, state: stateAt(grant, now), process }));
  },
});

interface ListCommand {
  readonly input: PageArguments & { readonly processId: string; readonly state?: Grant['state'] | null | undefined };
  readonly actor: Principal;
  readonly now: Date;
}
