import type { Page } from '../use-case/paging.ts';

/** A Relay connection as resolvers return it. */
export interface Connection<Node> {
  readonly edges: { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A connection with `totalCount` as a function, so that it costs only when asked for. Named in codegen mappers. */
export interface CountedConnection<Node> extends Connection<Node> {
  readonly totalCount: () => Promise<number>;
}

/** A page as a Relay connection. */
export function connectionOf<Node>(page: Page<Node>): Connection<Node> {
  return {
    edges: page.items.map((node, index) => ({ node, cursor: page.cursors[index] ?? '' })),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: page.cursors.at(0) ?? null,
      endCursor: page.cursors.at(-1) ?? null,
    },
  };
}

/** The same where the SDL offers `totalCount`. */
export function countedConnectionOf<Node>(page: Page<Node>, count: () => Promise<number>): CountedConnection<Node> {
  return { ...connectionOf(page), totalCount: count };
}
