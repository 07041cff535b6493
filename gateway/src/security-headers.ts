import type { HttpRoute } from '@guiche/kit/lifecycle';

/** The same route, with the headers that keep browsers from showing, guessing or referring to what we answer. */
export function securityHeaders(route: HttpRoute, publicUrl: string): HttpRoute {
  const transport = publicUrl.startsWith('https:') ? [['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const] : [];
  const headers = [
    ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
    ['referrer-policy', 'no-referrer'],
    ...transport,
  ] as const;
  return {
    ...route,
    handle(request, response, context) {
      for (const [name, value] of headers) response.setHeader(name, value);
      return route.handle(request, response, context);
    },
  };
}
