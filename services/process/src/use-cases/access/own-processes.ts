import type { AppForPersonPrincipal, PersonPrincipal, Principal } from '@guiche/kit/auth';
import { mapPage, pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import type { ReadableProcess } from '../../domain/processes/reading.ts';
import { defineQuery } from '../define.ts';
import { readableProcesses } from '../processes/load-readable.ts';

interface OwnCommand {
  readonly input: PageArguments;
  readonly actor: Principal;
}

/** Processes that the person is an interested party of (Meus Processos, PR-10). */
export const listMyProcesses = defineQuery({
  action: 'process:list-own',
  load: () => null,
  async run({ input, actor }: OwnCommand, ports): Promise<Page<ReadableProcess>> {
    const { personId, ...city } = ownerOf(actor);
    const page = await ports.processes.pageOfOwn({ ...city, interestedPartyId: personId }, pageRequest(input));
    return { ...page, items: await readableProcesses(page.items, ports, actor) };
  },
});

/** Processes that were opened to the person by a grant in force (Processos Liberados, PR-10, VI-01). */
export const listReleasedProcesses = defineQuery({
  action: 'process:list-own',
  load: () => null,
  async run({ input, actor }: OwnCommand, ports): Promise<Page<ReadableProcess>> {
    const owner = ownerOf(actor);
    const { personId: _owner, ...city } = owner;
    // As many as one person holds: few, and read once for list and reading alike.
    const grants = await ports.grants.allInForce(owner);
    const ids = [...new Set(grants.map(({ processId }) => processId))];
    const page = await ports.processes.pageOfOwn({ ...city, ids }, pageRequest(input));
    return mapPage(page, (process) => ({ ...process, grants: grants.filter(({ processId }) => processId === process.id) }));
  },
});

/** permissions.ts lets persons alone ask, themselves or by an app. */
export function ownerOf(actor: Principal): { personId: string; municipalityId?: string } {
  const { personId, ...own } = actor as PersonPrincipal | AppForPersonPrincipal;
  return own.kind === 'person' ? { personId } : { personId, municipalityId: own.municipalityId };
}
