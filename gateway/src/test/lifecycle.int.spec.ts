import { afterEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

let gateway: TestGateway | undefined;
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
});

it('a subgraph that is killed costs its own fields, and serves again after its return without a restart', async () => {
  gateway = await startTestGateway();
  const { ask, subgraphs } = gateway;
  expect((await ask('{ me { id } accesses { number } }')).errors).toEqual([]);
  await subgraphs.process.kill();
  const answer = await ask('{ me { id } accesses { number } }');
  expect(answer.data).toEqual({ me: { id: '1' }, accesses: null });
  expect(answer.errors.map(({ path, extensions }) => [path, extensions?.['code']])).toEqual([[['accesses'], 'SUBGRAPH_UNAVAILABLE']]);
  expect((await fetch(`${gateway.internalUrl}/health/ready`)).status).toBe(200);
});

describe('stopping', () => {
  it('lets an operation in flight finish, and takes no new connection', async () => {
    gateway = await startTestGateway();
    const { ask, subgraphs, url, internalUrl } = gateway;
    subgraphs.identity.delayMs = 300;
    const inFlight = ask('{ me { id } }');
    await waitFor(() => subgraphs.identity.received.length === 1, { describe: 'the request at the subgraph' });
    const stopping = gateway.stop();
    gateway = undefined;
    expect((await inFlight).data).toEqual({ me: { id: '1' } });
    await stopping;
    for (const closed of [url, internalUrl]) await expect(fetch(`${closed}/health/live`)).rejects.toThrow();
  });
});

it('the explorer setting opens introspection, and nothing else does', async () => {
  gateway = await startTestGateway({ EXPLORER: 'on' });
  const answer = await gateway.ask('{ __schema { queryType { fields { name type { ofType { ofType { ofType { name } } } } } } } }');
  expect(answer.errors).toEqual([]);
});

it('a supergraph with a subgraph that has no URL does not start', async () => {
  const { createGraph } = await import('../supergraph.ts');
  const { composeTestGraph } = await import('./test-subgraphs.ts');
  const { createLog } = await import('@guiche/kit/log');
  const log = createLog({ service: 'gateway', level: 'silent' });
  await expect(createGraph({ supergraphSdl: composeTestGraph(), subgraphs: new Map(), introspection: false, log })).rejects.toThrow('has no URL');
});
