import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The schema of the workspace in this folder as one text: `schema.graphql`, or all of `schema/*.graphql` where a large
 * subgraph has a file for each topic. Throws when there is neither.
 */
export function readTypeDefs(workspace: string): string {
  const files = globSync(['schema.graphql', 'schema/*.graphql'], { cwd: workspace }).sort();
  if (files.length === 0) throw new Error(`No schema.graphql and no schema/*.graphql in ${workspace}`);
  return files.map((file) => readFileSync(join(workspace, file), 'utf8')).join('\n');
}
