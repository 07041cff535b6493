import type { HttpRoute } from '@guiche/kit/lifecycle';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Lets browsers of the configured origins, and no others, read our answers. No cookies are used, so none are allowed. */
export interface CrossOrigin {
  /** Adds the headers for the origin that asks, if it may. */
  admit(request: IncomingMessage, response: ServerResponse): void;
  /** Preflight routes for the given paths. */
  preflight(paths: readonly string[]): HttpRoute[];
}

export function createCrossOrigin(origins: readonly string[]): CrossOrigin {
  const allowed = new Set(origins);

  const admit = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (allowed.size === 0) return false;
    response.setHeader('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || !allowed.has(origin)) return false;
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', 'x-correlation-id, retry-after, content-disposition, content-range, etag, repr-digest');
    return true;
  };

  return {
    admit,
    preflight: (paths) =>
      paths.map((path) => ({
        method: 'OPTIONS',
        path,
        handle(request, response) {
          if (!admit(request, response)) {
            response.writeHead(403).end();
            return;
          }
          response
            .writeHead(204, {
              'access-control-allow-methods': 'POST, GET, HEAD, PUT',
              'access-control-allow-headers': 'content-type, authorization, accept-language, x-correlation-id, traceparent, x-guiche-explain, range',
              'access-control-max-age': '7200',
            })
            .end();
        },
      })),
  };
}
