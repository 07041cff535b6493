import type { Principal } from '@guiche/kit/auth';
import { mapPage } from '@guiche/kit/use-case';
import type { Page, PageRequest } from '@guiche/kit/use-case';
import type { Process } from '../../domain/processes/process.ts';
import type { ReadableProcess } from '../../domain/processes/reading.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import { defineQuery } from '../define.ts';
import type { ContentsRequest } from '../documents/list-documents.ts';
import type { Ports, Readable } from '../ports.ts';

interface BesideCommand {
  readonly input: readonly ContentsRequest[];
  readonly actor: Principal;
}

/** A page of the units where each process is or was, in one query for all processes. */
export const listPlacements = defineQuery({
  action: 'process:read-contents',
  load: processesOf,
  run: ({ input }: BesideCommand, { placements }) => placements.pagesOf(requestsOf(input)),
});

/** A page of the processes related to each process, as far as the actor may see them. */
export const listRelated = defineQuery({
  action: 'process:read-contents',
  load: processesOf,
  run: ({ input, actor }: BesideCommand, ports) => readablePages(actor, ports, (readable) => ports.relations.pagesOf(requestsOf(input), readable)),
});

/** A page of the processes annexed to each process, as far as the actor may see them. */
export const listAnnexes = defineQuery({
  action: 'process:read-contents',
  load: processesOf,
  run: ({ input, actor }: BesideCommand, ports) => readablePages(actor, ports, (readable) => ports.processes.annexPagesOf(requestsOf(input), readable)),
});

function processesOf({ input }: BesideCommand): readonly ReadableProcess[] {
  return input.map(({ process }) => process);
}

function requestsOf(input: readonly ContentsRequest[]): { processId: string; page: PageRequest }[] {
  return input.map(({ process, page }) => ({ processId: process.id, page }));
}

async function readablePages(
  actor: Principal,
  { grants }: Pick<Ports, 'grants'>,
  pagesFor: (readable: Readable) => Promise<Page<Process>[]>,
): Promise<Page<ReadableProcess>[]> {
  const reader = readerOf(actor);
  const own = reader.kind === 'person' ? await grants.allInForce(reader.municipalityId === undefined ? { personId: reader.personId } : { personId: reader.personId, municipalityId: reader.municipalityId }) : [];
  const pages = await pagesFor({ reader, grantedIds: [...new Set(own.map(({ processId }) => processId))] });
  return pages.map((page) => mapPage(page, (process) => ({ ...process, grants: own.filter(({ processId }) => processId === process.id) })));
}
