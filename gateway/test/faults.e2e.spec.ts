import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphClient, GraphRefusal } from '../../scripts/src/graph/graph-client.ts';
import type { GraphClient } from '../../scripts/src/graph/graph-client.ts';
import type { Infrastructure } from '../../scripts/src/infrastructure/infrastructure.ts';
import { SERVICE_NAMES } from '../../scripts/src/infrastructure/service-names.ts';
import { readTicket } from '../../scripts/src/journey/tickets.ts';
import { once, openLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { approve, clerkToken, readyToApprove, solved } from '../../scripts/src/journey/ready-to-approve.ts';
import { shuffleDeliveries } from './shuffle-deliveries.ts';
import { startWorld } from '../../scripts/src/journey/test-world.ts';
import type { TestWorld } from '../../scripts/src/journey/test-world.ts';

const outageMs = 30_000;

describe('bad luck during an approval', () => {
  let world: TestWorld;
  let ledger: Ledger;
  let infrastructure: Infrastructure;
  let token: string;
  let clerk: GraphClient;

  beforeAll(async () => {
    world = await startWorld({ name: 'faults', ownInfrastructure: true });
    ledger = await openLedger(world);
    if (world.stack.infrastructure === undefined) throw new Error('This test needs servers of its own');
    infrastructure = world.stack.infrastructure;
    token = await clerkToken(world);
    clerk = graphClient(world.graphUrl, token);
  }, 180_000);
  afterAll(async () => {
    await ledger.close();
    await world.stop();
  });

  it('every delivery three times, shuffled in a window of 50, gives the same result', async () => {
    const shuffle = await shuffleDeliveries(world);
    try {
      const tickets = await Promise.all([1, 2, 3].map(() => readyToApprove(world, clerk)));
      await Promise.all(tickets.map((ticket) => approve(world, token, ticket)));
      for (const ticket of tickets) {
        await solved(ticket);
        expect(await ledger.accountOnceMailed(ticket)).toEqual(once);
      }
      expect(shuffle.passed()).toBeGreaterThan(20);
    } finally {
      await shuffle.stop();
    }
    expect(await ledger.quiet()).toBe(0);
  });

  it('with the broker down, the approval is accepted and waits; with the broker up, it completes', async () => {
    const ticket = await readyToApprove(world, clerk);
    await infrastructure.rabbit.stop();
    await approve(world, token, ticket);
    const waiting = await readTicket(ticket.owner, ticket.id);
    expect(waiting.settlement).toMatchObject({ state: 'RUNNING', label: 'Em processamento' });
    const ready = await Promise.all(SERVICE_NAMES.map(async (name) => (await fetch(`${world.stack.urls[name]}/health/ready`)).status));
    expect(ready).toEqual(SERVICE_NAMES.map(() => 200));
    expect(await ledger.databases.ticketing.collection('outbox').countDocuments({ state: 'pending' })).toBeGreaterThan(0);
    await infrastructure.rabbit.start();
    await solved(ticket);
    expect(await ledger.accountOnceMailed(ticket)).toEqual(once);
    expect(await ledger.quiet()).toBe(0);
  });

  it('with MongoDB gone for 30 s, answers are coded and in time, and all recovers without a restart', async () => {
    const ticket = await readyToApprove(world, clerk);
    const pids = world.stack.pids();
    await infrastructure.mongo.kill();
    const until = performance.now() + outageMs;
    const codes = new Set<string>();
    while (performance.now() < until) {
      // The client gives up after 15 s, with an error of its own: an answer that hangs fails the next line.
      const refusal = await readTicket(ticket.owner, ticket.id).then(() => undefined, (error: unknown) => error);
      expect(refusal).toBeInstanceOf(GraphRefusal);
      const { code, details } = refusal as GraphRefusal;
      expect(details['kind']).toBe('unavailable');
      codes.add(code);
    }
    expect([...codes].every((code) => ['UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT'].includes(code))).toBe(true);
    await infrastructure.mongo.start();
    await approve(world, token, ticket);
    await solved(ticket);
    expect(await ledger.accountOnceMailed(ticket)).toEqual(once);
    expect(world.stack.pids()).toEqual(pids);
  });
});
