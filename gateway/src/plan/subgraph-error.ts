import { GraphQLError } from 'graphql';
import type { Path } from './places.ts';

/** An error as a subgraph words it, or as we do in its place. */
export interface SubgraphError {
  readonly message?: string;
  readonly path?: Path;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** The same error at its place in the whole answer. `serviceName` tells `format-error.ts` whose it is. */
export function placeError(error: SubgraphError, serviceName: string, path: Path | undefined): GraphQLError {
  return new GraphQLError(error.message ?? `Error while fetching subquery from service "${serviceName}"`, {
    originalError: error as Error,
    ...(path === undefined ? {} : { path }),
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, serviceName },
  });
}
