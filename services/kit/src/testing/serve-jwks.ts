import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonWebKeySet } from '../auth/index.ts';

/** A stand-in for identity's `/.well-known/jwks.json`. */
export interface JwksServer {
  readonly url: string;
  /** How many times the keys were asked for. */
  readonly requests: number;
  /** Shows other keys from now on; `undefined` answers 503, as if identity were away. */
  show(keySet: JsonWebKeySet | undefined): void;
  close(): Promise<void>;
}

/** Serves the public keys on a free port. */
export async function serveJwks(keySet: JsonWebKeySet): Promise<JwksServer> {
  let shown: JsonWebKeySet | undefined = keySet;
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.setHeader('content-type', 'application/json');
    response.statusCode = shown === undefined ? 503 : 200;
    response.end(JSON.stringify(shown ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/.well-known/jwks.json`,
    get requests() {
      return requests;
    },
    show(next) {
      shown = next;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
