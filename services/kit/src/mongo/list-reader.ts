import type { ClientSession, Model, QueryFilter } from 'mongoose';
import type { GatheredReads } from '../use-case/gathered-reads.ts';
import type { Page } from '../use-case/paging.ts';
import { findLists, wholeList } from './find-lists.ts';
import type { List } from './find-lists.ts';
import { findPage, pageOfList } from './find-page.ts';
import type { PageOfList, Sort } from './find-page.ts';
import { inSession } from './transaction.ts';

/** Reads lists of one collection: at once, or together with what the other reads of the request ask of it. */
export interface ListReader<Document extends { _id: string }> {
  /** All that the filter finds, in no order. */
  all(filter: QueryFilter<Document>): Promise<readonly Document[]>;
  page(request: PageOfList, sort: Sort): Promise<Page<Document>>;
}

/**
 * With `reads` what one request asks of the collection goes to it in one command, as far as it can; within a transaction
 * nothing is gathered. `turn` is the collection's place among those that are: what leads to others comes first.
 */
export function listReader<Document extends { _id: string }>(
  model: Model<Document>,
  { session, reads, turn }: { session: ClientSession | undefined; reads: GatheredReads | undefined; turn: number },
): ListReader<Document> {
  if (reads === undefined || session !== undefined) {
    return {
      all: (filter) => model.find(filter, null, inSession(session)).lean<Document[]>(),
      page: async ({ filter, page, ...beside }, sort) =>
        Object.keys(beside).length === 0
          ? findPage(model, filter as QueryFilter<Document>, sort, page, session)
          : findLists(model, [pageOfList(model, { filter, page, ...beside }, sort)]).then(onlyOne),
    };
  }
  // Each list makes its own answer of what it found; what kind it is, only the one who asked needs to know.
  const gathered = reads.gather(turn, (lists: readonly List<Document, unknown>[]) => findLists(model, lists));
  const ask = async <Answer>(list: List<Document, Answer>): Promise<Answer> => (await gathered(list)) as Answer;
  return {
    all: (filter) => ask(wholeList<Document>(filter)),
    page: async (request, sort) => ask(pageOfList(model, request, sort)),
  };
}

function onlyOne<Answer>([answer]: readonly Answer[]): Answer {
  if (answer === undefined) throw new Error('One list was asked for');
  return answer;
}
