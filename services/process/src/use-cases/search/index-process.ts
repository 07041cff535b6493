import { entriesOfProcess } from '../../domain/search/entries-of.ts';
import { publicationOfProcess } from '../../domain/search/publication.ts';
import type { PublishedProcess } from '../../domain/search/publication.ts';
import { readersOf } from '../../domain/search/readers.ts';
import { defineUseCase } from '../define.ts';
import { publishedProcesses } from './published-processes.ts';

/** Search learns of a process as it is now. Whoever follows it in what the public sees is indexed again after it. */
export const indexProcess = defineUseCase({
  name: 'indexProcess',
  action: 'search:index',
  load: () => null,

  async run({ input: { processId } }: { input: { processId: string } }, ports) {
    const { processes, searchIndex, searchBacklog } = ports;
    const [published] = await publishedProcesses(await processes.findMany([processId]), ports);
    if (published === undefined) return { result: null };
    const { version } = published.process;
    const before = await searchIndex.source(processId);
    const facts = factsOf(published);
    // Under one more than its version when only the process it follows has changed.
    const next = Math.max(version, (before?.version ?? 0) + 1);
    await searchIndex.put({ id: processId, version: next, facts }, entriesOfProcess(published, published.process.otherParties.map(({ name }) => name)));
    if (before?.facts === facts) return { result: null };
    await searchBacklog.addDocuments(await searchIndex.documentIdsOf(processId), `process ${String(next)}`);
    for (const id of await searchIndex.annexedTo(processId)) await searchBacklog.addProcess(id, `annexed ${String(next)}`);
    return { result: null };
  },
});

/** What the entries of its documents and of processes annexed to it take from a process. */
function factsOf(published: PublishedProcess): string {
  const { number, typeKey, typeName, legalHypothesis } = published.process;
  return JSON.stringify([publicationOfProcess(published), readersOf(published.process), number, typeKey, typeName, legalHypothesis]);
}
