import mongoose from 'mongoose';
import type { GraphAnswer } from '../../scripts/src/graph/graph-client.ts';
import { databaseOf, SERVICE_NAMES } from '../../scripts/src/infrastructure/service-names.ts';
import type { ServiceName } from '../../scripts/src/infrastructure/service-names.ts';
import { eventually } from '../../scripts/src/journey/eventually.ts';
import type { TestWorld } from '../../scripts/src/journey/test-world.ts';
import { openLedger } from './ledger.ts';

/** What one operation cost: subgraph requests by service, and reads by collection, with the service before the name. */
export interface Cost {
  readonly requests: Readonly<Record<string, number>>;
  readonly reads: Readonly<Record<string, number>>;
}

/** Counts what operations read, by MongoDB's own profiler. */
export async function openProfiler(world: TestWorld) {
  const administrator = await new mongoose.mongo.MongoClient(world.stack.administration.mongoUrl).connect();
  const ledger = await openLedger(world);
  const databaseFor = (service: ServiceName) => administrator.db(databaseOf(service, world.stack.tenancy));

  return {
    databases: ledger.databases,

    /** Waits until nothing runs beside the requests: no event is on its way, nothing waits for the search index. */
    async quiet(): Promise<void> {
      await ledger.quiet();
      const waiting = { kind: /^index-/, state: { $ne: 'done' } };
      const jobs = ledger.databases.process.collection('jobs');
      await eventually('the search index', async () => ((await jobs.countDocuments(waiting)) === 0 ? true : undefined), 90_000, 250);
    },

    /** Asks twice and counts the second time, when every plan is made and every connection open. */
    async costOf<Data>(ask: () => Promise<GraphAnswer<Data>>): Promise<Cost & { readonly data: Data }> {
      await ask();
      for (const service of SERVICE_NAMES) await databaseFor(service).setProfilingLevel('all');
      const { data, subgraphRequests } = await ask();
      for (const service of SERVICE_NAMES) await databaseFor(service).setProfilingLevel('off');
      const reads: Record<string, number> = {};
      for (const service of SERVICE_NAMES) {
        for (const collection of await readsIn(databaseFor(service))) reads[`${service} ${collection}`] = (reads[`${service} ${collection}`] ?? 0) + 1;
        await databaseFor(service).collection('system.profile').drop();
      }
      return { data, requests: subgraphRequests, reads };
    },

    async close(): Promise<void> {
      await administrator.close();
      await ledger.close();
    },
  };
}

/** The collection of each read since profiling began, without what the machinery asks on its own. */
async function readsIn(database: mongoose.mongo.Db): Promise<string[]> {
  const rows = await database
    .collection('system.profile')
    .find({ op: { $in: ['query', 'command'] }, ns: { $not: /\.(system\.profile|outbox|relay_lease|jobs|revoked_sessions|uploads|\$cmd)/ } })
    .toArray();
  return (rows as unknown as { ns: string; command: Record<string, unknown> }[])
    .filter(({ command }) => 'find' in command || 'aggregate' in command || 'count' in command)
    .map(({ ns }) => ns.slice(ns.indexOf('.') + 1));
}
