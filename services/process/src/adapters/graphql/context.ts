import { principalKey } from '@guiche/kit/auth';
import type { SubgraphContext } from '@guiche/kit/graphql';
import type { Downloads } from '@guiche/kit/files';
import { pageRequest } from '@guiche/kit/use-case';
import type { Page, PageArguments } from '@guiche/kit/use-case';
import DataLoader from 'dataloader';
import type { Placement } from '../../domain/processes/placement.ts';
import type { Movement } from '../../domain/processes/movement.ts';
import type { ReadableDocument, ReadableProcess } from '../../domain/processes/reading.ts';
import type { ReadableTask } from '../../domain/tasks/task-reading.ts';
import { readerOf } from '../../permissions/reader-of.ts';
import type { Resources } from '../../permissions.ts';
import { listDocuments } from '../../use-cases/documents/list-documents.ts';
import type { DocumentSearch } from '../../use-cases/documents/document-search.ts';
import type { ContentsRequest, DocumentsRequest } from '../../use-cases/documents/list-documents.ts';
import { listAnnexes, listPlacements, listRelated } from '../../use-cases/processes/list-beside.ts';
import { listMovements } from '../../use-cases/processes/list-movements.ts';
import { listProcessTasks } from '../../use-cases/tasks/list-tasks.ts';
import type { IsolatedSession } from '../../use-cases/access/ports.ts';
import type { Ports } from '../../use-cases/ports.ts';
import { accessSecretsOf } from '../access-ports.ts';
import type { ReadLog } from '../mongo/access/create-read-log.ts';
import { intimabilityLoader } from './intimations/intimability-loader.ts';
import type { IntimabilityLoader } from './intimations/intimability-loader.ts';
import { contentLoaders } from './documents/content-loaders.ts';
import type { ContentLoaders } from './documents/content-loaders.ts';
import { textSearchLoader } from './documents/text-search-loader.ts';
import type { TextSearchLoader } from './documents/text-search-loader.ts';
import { createReadNotes } from './access/read-notes.ts';
import { exportLoaders } from './exports/export-loaders.ts';
import type { ExportLoaders } from './exports/export-loaders.ts';
import type { ReadNotes } from './access/read-notes.ts';

/** Besides the common context: the lists inside a process, batched over all processes of a request, and addresses. */
export interface GraphQLContext extends SubgraphContext<Resources, Ports>, ContentLoaders, ExportLoaders, IntimabilityLoader, TextSearchLoader {
  documentsOf(process: ReadableProcess, search: PageArguments & DocumentSearch): Promise<Page<ReadableDocument>>;
  movementsOf(process: ReadableProcess, page: PageArguments): Promise<Page<Movement>>;
  placementsOf(process: ReadableProcess, page: PageArguments): Promise<Page<Placement>>;
  relatedTo(process: ReadableProcess, page: PageArguments): Promise<Page<ReadableProcess>>;
  annexesOf(process: ReadableProcess, page: PageArguments): Promise<Page<ReadableProcess>>;
  tasksOf(process: ReadableProcess, page: PageArguments): Promise<Page<ReadableTask>>;
  /** Made for the caller; it works for a few minutes. */
  downloadUrl(file: { readonly id: string }): string;
  /** What this request shows of personal data, for the log of accesses (LW-03). */
  readonly reads: ReadNotes;
  /** The token that a stored session of somebody without an account stands for. */
  isolatedToken(session: IsolatedSession): string;
}

const linkWorksMs = 5 * 60_000;

export function graphqlContext(
  base: SubgraphContext<Resources, Ports>,
  { downloads, now, key, readLog }: { downloads: Downloads; now: () => Date; key: (purpose: string) => Buffer; readLog: Pick<ReadLog, 'note'> },
): GraphQLContext {
  // Two fields may ask for the same list with other arguments, so that nothing is cached, only batched.
  const documents = new DataLoader<DocumentsRequest, Page<ReadableDocument>>((requests) => base.ask(listDocuments, requests), { cache: false });
  const movements = new DataLoader<ContentsRequest, Page<Movement>>((requests) => base.ask(listMovements, requests), { cache: false });
  const placements = new DataLoader<ContentsRequest, Page<Placement>>((requests) => base.ask(listPlacements, requests), { cache: false });
  const related = new DataLoader<ContentsRequest, Page<ReadableProcess>>((requests) => base.ask(listRelated, requests), { cache: false });
  const annexes = new DataLoader<ContentsRequest, Page<ReadableProcess>>((requests) => base.ask(listAnnexes, requests), { cache: false });
  const tasks = new DataLoader<ContentsRequest, Page<ReadableTask>>((requests) => base.ask(listProcessTasks, requests), { cache: false });
  const audience = principalKey(base.actor);
  const { correlationId } = base.origin;
  const reads = createReadNotes({
    reader: readerOf(base.actor), readerKey: audience, correlationId, now, note: (entry) => { readLog.note(entry); },
  });
  return {
    ...base,
    ...contentLoaders(base),
    ...textSearchLoader(base),
    ...intimabilityLoader(base),
    ...exportLoaders(base, reads),
    reads,
    documentsOf(process, { filter, newestFirst, ...page }) {
      reads.shown(process, 'DOCUMENTS');
      return documents.load({ process, page: pageRequest(page), filter, newestFirst });
    },
    movementsOf: (process, page) => movements.load({ process, page: pageRequest(page) }),
    placementsOf: (process, page) => placements.load({ process, page: pageRequest(page) }),
    relatedTo: (process, page) => related.load({ process, page: pageRequest(page) }),
    annexesOf: (process, page) => annexes.load({ process, page: pageRequest(page) }),
    tasksOf: (process, page) => tasks.load({ process, page: pageRequest(page) }),
    downloadUrl(file) {
      reads.opened(file);
      return downloads.publicUrl(file.id, { audience, expiresAt: new Date(now().getTime() + linkWorksMs) });
    },
    isolatedToken: (session) => accessSecretsOf(key).sessionOf(session),
  };
}
