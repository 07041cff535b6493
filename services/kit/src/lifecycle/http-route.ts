import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a handler knows of its request besides Node's own objects. */
export interface RequestContext {
  /** Values of the `:names` in the route's path, decoded; `*` holds the rest of the path, as it was sent. */
  readonly params: Readonly<Record<string, string>>;
  /** The requested URL; its origin means nothing. */
  readonly url: URL;
  readonly correlationId: string;
  /** The whole body, of at most `limitBytes` (the front's limit unless told); throws `BODY_TOO_LARGE`. */
  readBody(limitBytes?: number): Promise<Buffer>;
}

/** One row of the route table. `path` is exact, may have `:name` segments and may end in `/*`. */
export interface HttpRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | '*';
  readonly path: string;
  /** The handler reads the body by itself and sets its own limit, as file uploads do. */
  readonly streamsBody?: boolean;
  /** An AppError becomes problem+json, anything else is logged and masked. */
  handle(request: IncomingMessage, response: ServerResponse, context: RequestContext): Promise<void> | void;
}

/** What the table says about a request: a route, or that only other methods are known for the path, or nothing. */
export type RouteMatch =
  | { readonly found: 'route'; readonly route: HttpRoute; readonly params: Readonly<Record<string, string>> }
  | { readonly found: 'methods'; readonly methods: readonly string[] }
  | { readonly found: 'nothing' };

/** Finds the first route, in table order, for a method and a path. HEAD is answered by GET's route. */
export function matchRoute(routes: readonly HttpRoute[], method: string, path: string): RouteMatch {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const methods = new Set<string>();
  for (const route of routes) {
    const params = matchPath(route.path, path);
    if (params === undefined) continue;
    if (route.method === '*' || route.method === wanted) return { found: 'route', route, params };
    methods.add(route.method);
  }
  return methods.size === 0 ? { found: 'nothing' } : { found: 'methods', methods: [...methods] };
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const exact = !pattern.includes(':') && !pattern.endsWith('/*');
  if (exact) return pattern === path ? {} : undefined;
  const expected = pattern.split('/');
  const actual = path.split('/');
  const open = expected.at(-1) === '*';
  if (open ? actual.length < expected.length : actual.length !== expected.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? '';
    if (open && index === expected.length - 1) params['*'] = actual.slice(index).join('/');
    else if (segment.startsWith(':') && value !== '') {
      const decoded = decode(value);
      if (decoded === undefined) return undefined;
      params[segment.slice(1)] = decoded;
    } else if (segment !== value) return undefined;
  }
  return params;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
