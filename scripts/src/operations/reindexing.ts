import { inTransaction } from '@guiche/kit/mongo';
import { createJobs } from '@guiche/kit/schedule';

type Connection = Parameters<typeof inTransaction>[0];

/** How far the run is that lines up everything of the process service for search; what waits is indexed after that. */
export interface ReindexingProgress {
  readonly state: 'running' | 'done' | 'failed';
  readonly linedUp: number;
  readonly total: number;
  /** Processes and documents that wait to be indexed. */
  readonly waiting: number;
}

interface Kinds extends Record<string, object> {
  'reindex-search': { readonly run: string; readonly kind: string; readonly after: string; readonly done: number };
}

const job = { kind: 'reindex-search', key: 'search' } as const;

/** Starts a run, unless one is under way: then that one goes on. The service does the work; nothing is lost with this command. */
export async function startReindexing(connection: Connection, now: Date): Promise<'started' | 'under way'> {
  const rows = connection.collection('jobs');
  if ((await rows.findOne({ ...job, state: 'waiting' })) !== null) return 'under way';
  const data = { run: now.toISOString(), kind: 'process', after: '', done: 0 };
  await inTransaction(connection, (session) => createJobs<Kinds>({ connection }).put(session, { ...job, dueAt: now, data }));
  return 'started';
}

/** Undefined when there never was a run. */
export async function reindexingProgress(connection: Connection): Promise<ReindexingProgress | undefined> {
  const rows = connection.collection<{ kind: string; key: string; state: string; data: Kinds['reindex-search'] }>('jobs');
  const row = await rows.findOne(job);
  if (row === null) return undefined;
  const [processes, documents, waiting] = await Promise.all([
    connection.collection('processes').estimatedDocumentCount(),
    connection.collection('documents').estimatedDocumentCount(),
    rows.countDocuments({ state: 'waiting', kind: { $in: ['index-process', 'index-document'] } }),
  ]);
  const total = processes + documents;
  if (row.state === 'waiting') return { state: 'running', linedUp: row.data.done, total, waiting };
  return row.state === 'failed' ? { state: 'failed', linedUp: row.data.done, total, waiting } : { state: 'done', linedUp: total, total, waiting };
}
