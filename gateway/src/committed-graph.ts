import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What reviewers see of the graph, as it is committed. */
export interface CommittedGraph {
  readonly supergraphSdl: string;
  /** Texts of the documents that clients are known to send. */
  readonly documents: readonly string[];
}

/** Reads `supergraph.graphql` and `documents/*.graphql` of the gateway's folder. */
export function readCommittedGraph(folder: string): CommittedGraph {
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8').trim();
  return {
    supergraphSdl: read('supergraph.graphql'),
    documents: globSync('documents/*.graphql', { cwd: folder }).sort().map(read),
  };
}
