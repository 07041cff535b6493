// `npm run compose` writes the supergraph and the public API schema from the subgraphs' schema files; no service
// has to run. The gateway maps the placeholder URLs to real ones by the subgraph's name.
import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { readTypeDefs } from '@guiche/kit/graphql';
import { parse, printSchema } from 'graphql';

const root = join(import.meta.dirname, '../..');

/** Where the composed schemas are committed. */
export const composedFiles = {
  supergraph: join(root, 'gateway/supergraph.graphql'),
  apiSchema: join(root, 'gateway/api-schema.graphql'),
  /** The API as clients of the last release know it; written by a release, never by a change. */
  releasedApiSchema: join(root, 'gateway/released-api-schema.graphql'),
};

export interface ComposedSchemas {
  /** For the gateway: the API plus which subgraph has what. */
  supergraph: string;
  /** For clients: what can be asked. */
  apiSchema: string;
}

/** Composes the schemas of services/<name>; throws with every reason when they do not fit together. */
export function composeSupergraph(): ComposedSchemas {
  const services = subgraphNames().map((name) => ({
    name,
    url: `http://${name}/graphql`,
    typeDefs: parse(readTypeDefs(join(root, 'services', name))),
  }));
  const composed = composeServices(services);
  if (composed.errors !== undefined) {
    throw new Error(`The subgraphs do not compose:\n${composed.errors.map(({ message }) => `- ${message}`).join('\n')}`);
  }
  return {
    supergraph: `${composed.supergraphSdl.trim()}\n`,
    apiSchema: `${printSchema(composed.schema.toAPISchema().toGraphQLJSSchema()).trim()}\n`,
  };
}

/** The services that have a schema. */
export function subgraphNames(): string[] {
  const schemas = globSync(['services/*/schema.graphql', 'services/*/schema/'], { cwd: root });
  return schemas.map((path) => basename(dirname(path))).sort();
}

/** Writes both schemas where the gateway and reviewers expect them. */
export function writeSupergraph(): void {
  const { supergraph, apiSchema } = composeSupergraph();
  writeFileSync(composedFiles.supergraph, supergraph);
  writeFileSync(composedFiles.apiSchema, apiSchema);
}

/** What is committed but not what the subgraphs give; empty when all is up to date. */
export function staleFiles(): string[] {
  const { supergraph, apiSchema } = composeSupergraph();
  const wanted = [
    [composedFiles.supergraph, supergraph],
    [composedFiles.apiSchema, apiSchema],
  ] as const;
  return wanted.filter(([path, text]) => readFileSync(path, 'utf8') !== text).map(([path]) => path);
}

if (import.meta.main) {
  if (process.argv.includes('--check')) check();
  else writeSupergraph();
  if (process.argv.includes('--release')) copyFileSync(composedFiles.apiSchema, composedFiles.releasedApiSchema);
}

function check(): void {
  const stale = staleFiles();
  for (const path of stale) console.error(`Out of date: ${path} (npm run compose)`);
  process.exitCode = stale.length === 0 ? 0 : 1;
}
