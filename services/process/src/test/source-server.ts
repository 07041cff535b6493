import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file as an event would announce it. */
export interface ServedFile {
  readonly url: string;
  readonly sha256: string;
  readonly size: number;
}

/** Stands in for the file endpoints of ticketing and identity. */
export interface SourceServer {
  readonly url: string;
  /** Serves a file from now on. */
  serve(path: string, content: string | Uint8Array): ServedFile;
  /** Answers with a status instead, for the next `times` requests. */
  refuse(path: string, status: number, times?: number): void;
  close(): Promise<void>;
}

export async function startSourceServer(): Promise<SourceServer> {
  const files = new Map<string, Buffer>();
  const refusals = new Map<string, { status: number; left: number }>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const refusal = refusals.get(path);
    if (refusal !== undefined && refusal.left > 0) {
      refusal.left -= 1;
      response.writeHead(refusal.status).end();
      return;
    }
    const content = files.get(path);
    response.writeHead(content === undefined ? 404 : 200, { 'content-length': content?.length ?? 0 }).end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    serve(path, content) {
      const bytes = Buffer.from(content);
      files.set(path, bytes);
      return { url: path, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
    },
    refuse(path, status, times = Number.POSITIVE_INFINITY) {
      refusals.set(path, { status, left: times });
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
