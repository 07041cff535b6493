import type { Page } from '../use-case/paging.ts';

/** A Relay connection as resolvers return it; `totalCount` is a function, so that it costs only when asked for. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount?: () => Promise<number>;
}

/** A page as a Relay connection. Give `count` where the SDL offers `totalCount`. */
export function connectionOf<Node>(page: Page<Node>, count?: () => Promise<number>): Connection<Node> {
  return {
    edges: page.items.map((node, index) => ({ node, cursor: page.cursors[index] ?? '' })),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: page.cursors.at(0) ?? null,
      endCursor: page.cursors.at(-1) ?? null,
    },
    ...(count === undefined ? {} : { totalCount: count }),
  };
}
