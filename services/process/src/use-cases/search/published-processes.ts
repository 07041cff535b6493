import type { Process } from '../../domain/processes/process.ts';
import type { PublishedProcess } from '../../domain/search/publication.ts';
import type { Ports } from '../ports.ts';

/** Processes with those they were annexed to, in at most one more query. */
export async function publishedProcesses(found: readonly Process[], { processes }: Pick<Ports, 'processes'>): Promise<PublishedProcess[]> {
  const annexedTo = found.flatMap(({ annexedToId }) => (annexedToId === null ? [] : [annexedToId]));
  const hosts = new Map((await processes.findMany([...new Set(annexedTo)])).map((process) => [process.id, process]));
  return found.map((process) => ({ process, annexedTo: process.annexedToId === null ? null : (hosts.get(process.annexedToId) ?? null) }));
}
