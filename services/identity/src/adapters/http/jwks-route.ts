import type { JsonWebKeySet } from '@guiche/kit/auth';
import type { HttpRoute } from '@guiche/kit/lifecycle';

/** `GET /.well-known/jwks.json`: the public keys that all services verify tokens with. */
export function jwksRoute(keys: JsonWebKeySet): HttpRoute {
  const body = JSON.stringify(keys);
  return {
    method: 'GET',
    path: '/.well-known/jwks.json',
    handle(_request, response) {
      response.writeHead(200, { 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=300' });
      response.end(body);
    },
  };
}
