import { altchaChallenges } from '@guiche/kit/challenge';
import type { FileStore } from '@guiche/kit/files';
import type { Jobs } from '@guiche/kit/schedule';
import type { ClientSession, Connection } from 'mongoose';
import type { SearchPorts } from '../use-cases/search/ports.ts';
import { createPortugueseStem } from './language/portuguese-stem.ts';
import { contentRepository } from './mongo/documents/content-repository.ts';
import { searchIndex } from './mongo/search/search-index.ts';
import { searchRepository } from './mongo/search/search-repository.ts';
import { publicSearchPort } from './public-search.ts';
import type { ProcessJobs } from './schedule/schedule.ts';
import { createSearchBacklog } from './schedule/search-backlog.ts';
import type { TextExtractor } from './text/create-text-extractor.ts';
import { documentTexts } from './text/document-texts.ts';

// It only remembers words, the same for everybody.
const stem = createPortugueseStem();

interface Parts {
  readonly connection: Connection;
  readonly jobs: Jobs<ProcessJobs>;
  readonly files: FileStore;
  readonly now: () => Date;
  /** Derives a secret by purpose. */
  readonly key: (purpose: string) => Buffer;
}

/** The ports of search. */
export function searchPorts(
  { connection, jobs, files: store, now, key }: Parts,
  session: ClientSession | undefined,
  extractor: TextExtractor,
): SearchPorts {
  return {
    search: searchRepository(connection),
    searchIndex: searchIndex(connection, session, stem),
    searchBacklog: createSearchBacklog(jobs, session, now),
    documentTexts: documentTexts({ store, extractor, contents: contentRepository(connection, session) }),
    publicSearch: publicSearchPort({ connection, key, challenges: altchaChallenges(key('public-search-challenge')) }, session),
    stem,
  };
}
