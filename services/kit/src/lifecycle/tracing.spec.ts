import { describe, expect, it } from '@jest/globals';
import { SpanKind } from '@opentelemetry/api';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { currentTraceparent, inSpan, startTracing } from './index.ts';

const remote = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('tracing', () => {
  it('is nothing at all without an endpoint', async () => {
    const tracing = await startTracing({ endpoint: undefined, serviceName: 'test' });
    const seen = await inSpan('work', { kind: SpanKind.CONSUMER, traceparent: remote }, () => Promise.resolve(currentTraceparent()));
    expect(seen).toBe('');
    await tracing.stop();
  });

  it('continues the trace of the caller, hands it on, and sends its spans to the endpoint', async () => {
    const received: { path: string | undefined; bytes: Buffer }[] = [];
    const collector = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push({ path: request.url, bytes: Buffer.concat(chunks) });
        response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
      });
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const { port } = collector.address() as AddressInfo;
    const tracing = await startTracing({ endpoint: `http://127.0.0.1:${port}/`, serviceName: 'guiche-test' });

    const [outer, inner] = await inSpan('serve', { kind: SpanKind.SERVER, traceparent: remote }, async () => {
      const here = currentTraceparent();
      return [here, await inSpan('publish', { kind: SpanKind.PRODUCER }, () => Promise.resolve(currentTraceparent()))];
    });
    await tracing.stop();
    collector.close();

    expect(outer).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
    expect(outer).not.toBe(remote);
    expect(inner?.slice(0, 35)).toBe(outer?.slice(0, 35));
    expect(received.map(({ path }) => path)).toEqual(['/v1/traces']);
    const sent = received[0]?.bytes.toString('latin1') ?? '';
    for (const text of ['guiche-test', 'serve', 'publish']) expect(sent).toContain(text);
  });
});
