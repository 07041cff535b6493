import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { graphClient } from '../../scripts/src/graph/graph-client.ts';
import { databaseOf, SERVICE_NAMES } from '../../scripts/src/infrastructure/service-names.ts';
import type { ServiceName } from '../../scripts/src/infrastructure/service-names.ts';
import { eventually } from '../../scripts/src/journey/eventually.ts';
import { home } from '../../scripts/src/journey/documents.ts';
import { approve, clerkToken, readyToApprove, solved } from '../../scripts/src/journey/ready-to-approve.ts';
import type { ReadyTicket } from '../../scripts/src/journey/ready-to-approve.ts';
import { openLedger } from './ledger.ts';
import { startWorld } from '../../scripts/src/journey/test-world.ts';
import type { TestWorld } from '../../scripts/src/journey/test-world.ts';

describe("the citizen's first page", () => {
  let world: TestWorld;
  let ticket: ReadyTicket;
  let administrator: mongoose.mongo.MongoClient;
  beforeAll(async () => {
    world = await startWorld({ name: 'home' });
    administrator = await new mongoose.mongo.MongoClient(world.stack.administration.mongoUrl).connect();
    const token = await clerkToken(world);
    ticket = await readyToApprove(world, graphClient(world.graphUrl, token));
    await approve(world, token, ticket);
    await solved(ticket);
    // What follows the solution (mail, its record) reads collections too; nothing of it may fall into the count.
    const ledger = await openLedger(world);
    const messages = ledger.databases.notification.collection('messages');
    const told = { personId: ticket.personId, kind: 'TICKET_SOLVED', 'delivery.state': 'SENT' };
    await eventually('the mail and its record', async () => ((await messages.countDocuments(told)) === 1 ? true : undefined));
    await ledger.quiet();
    await ledger.close();
  }, 180_000);
  afterAll(async () => {
    await administrator.close();
    await world.stop();
  });

  const databaseFor = (service: ServiceName) => administrator.db(databaseOf(service, world.stack.tenancy));

  it('takes identity, ticketing and notification once, process twice, and no service asks a collection twice in one request', async () => {
    await ticket.owner.ask(home);
    for (const service of SERVICE_NAMES) await databaseFor(service).setProfilingLevel('all');
    const { data, subgraphRequests } = await ticket.owner.ask<{ myTickets: { edges: unknown[] }; externalAccesses: { edges: unknown[] } }>(home);
    for (const service of SERVICE_NAMES) await databaseFor(service).setProfilingLevel('off');

    expect(data.myTickets.edges).toHaveLength(1);
    expect(data.externalAccesses.edges).toHaveLength(1);
    expect(subgraphRequests).toEqual({ identity: 1, ticketing: 1, notification: 1, process: 2 });
    const asked = await Promise.all(
      SERVICE_NAMES.map(async (service) => [service, await queriesOf(databaseFor(service))] as const),
    );
    for (const [service, collections] of asked) {
      const most = subgraphRequests[service] ?? 0;
      for (const [collection, queries] of Object.entries(collections)) {
        expect({ service, collection, withinBound: queries <= most, queries }).toMatchObject({ withinBound: true });
      }
    }
  });
});

/** Reads by collection since profiling began, without what the machinery asks on its own. */
async function queriesOf(database: mongoose.mongo.Db): Promise<Record<string, number>> {
  const rows = await database
    .collection('system.profile')
    .find({ op: { $in: ['query', 'command'] }, ns: { $not: /\.(system\.profile|outbox|relay_lease|jobs|revoked_sessions|uploads|\$cmd)/ } })
    .toArray();
  const counts: Record<string, number> = {};
  for (const { ns, command } of rows as unknown as { ns: string; command: Record<string, unknown> }[]) {
    if (!('find' in command || 'aggregate' in command || 'count' in command)) continue;
    const collection = ns.slice(ns.indexOf('.') + 1);
    counts[collection] = (counts[collection] ?? 0) + 1;
  }
  return counts;
}
