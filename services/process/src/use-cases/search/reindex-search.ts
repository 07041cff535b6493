import { defineUseCase } from '../define.ts';
import type { Reindexing } from './ports.ts';

const atOnce = 500;
/** What people change meanwhile comes in between, and what was lined up before is taken first. */
const pauseMs = 1_000;

/** Lines up everything for search again, a part at a time: the job's row is how far it is, so that it goes on after any stop. */
export const reindexSearch = defineUseCase({
  name: 'reindexSearch',
  action: 'search:index',
  load: () => null,

  async run({ input: { run, kind, after, done }, now }: { input: Reindexing; now: Date }, { searchIndex, searchBacklog }) {
    const ids = await searchIndex.idsAfter(kind, after, atOnce);
    const reason = `reindex ${run}`;
    if (kind === 'document') await searchBacklog.addDocuments(ids, reason);
    else for (const id of ids) await searchBacklog.addProcess(id, reason);
    const next = nextOf(kind, ids);
    if (next !== undefined) await searchBacklog.goOn({ run, ...next, done: done + ids.length }, new Date(now.getTime() + pauseMs));
    return { result: null };
  },
});

function nextOf(kind: Reindexing['kind'], ids: readonly string[]): Pick<Reindexing, 'kind' | 'after'> | undefined {
  if (ids.length === atOnce) return { kind, after: ids.at(-1) ?? '' };
  return kind === 'process' ? { kind: 'document', after: '' } : undefined;
}
