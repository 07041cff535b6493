import { platformErrors } from '../errors/index.ts';

/** What a Relay connection's arguments ask for, checked. `after` and `before` are opaque cursors. */
export interface PageRequest {
  readonly size: number;
  readonly direction: 'forward' | 'backward';
  readonly cursor: string | undefined;
}

/** One page, in the order of the list, and how to go on. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

const defaultSize = 30;
const maximumSize = 100;

/** Reads connection arguments (default 30, maximum 100; api.md). Throws `INVALID_PAGE_SIZE`. */
export function pageRequest(args: PageArguments): PageRequest {
  const first = args.first ?? undefined;
  const last = args.last ?? undefined;
  const size = first ?? last ?? defaultSize;
  if ((first !== undefined && last !== undefined) || size < 1 || size > maximumSize) {
    throw platformErrors.INVALID_PAGE_SIZE({ maximum: maximumSize });
  }
  return last === undefined
    ? { size, direction: 'forward', cursor: args.after ?? undefined }
    : { size, direction: 'backward', cursor: args.before ?? undefined };
}

/** The same page with its items mapped. */
export function mapPage<From, To>(page: Page<From>, map: (item: From) => To): Page<To> {
  return { ...page, items: page.items.map(map) };
}
