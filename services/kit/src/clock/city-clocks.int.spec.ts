import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { definePermissions } from '../auth/index.ts';
import type { PersonPrincipal } from '../auth/index.ts';
import { createLog } from '../log/index.ts';
import { inTransaction } from '../mongo/index.ts';
import { createOutbox } from '../outbox/index.ts';
import { createJobs, createWorker, jobsIn } from '../schedule/index.ts';
import type { Job } from '../schedule/index.ts';
import { testDatabase, waitFor } from '../testing/index.ts';
import type { TestDatabase } from '../testing/index.ts';
import { createAuditTrail, createIdempotencyStore, createPipeline, useCasesOf } from '../use-case/index.ts';
import type { Pipeline, Place } from '../use-case/index.ts';
import { cityClockRepository, createCityClocks, ensureCityClocks } from './index.ts';
import type { CityClocks } from './index.ts';

interface Resources {
  'deadline:set': { readonly municipalityId: string };
  'session:open': { readonly municipalityId: string };
}
interface Ports {
  readonly later: (dueAt: Date) => Promise<void>;
}
type Kinds = { act: { city: string } };

const day = 24 * 3600_000;
const noon = new Date('2026-03-02T12:00:00Z');
const tomorrow = new Date(noon.getTime() + day);
const ana: PersonPrincipal = { kind: 'person', personId: 'ana', sessionId: 's' };
const { defineUseCase, defineQuery } = useCasesOf<Resources, Ports>();

const setDeadline = defineUseCase({
  name: 'setDeadline',
  action: 'deadline:set',
  load: ({ input }: { input: { city: string } }) => ({ municipalityId: input.city }),
  async run({ input, now, newId }, { later }) {
    await later(now);
    const event = { type: 'DeadlineSet', aggregate: { type: 'deadline', id: newId() }, tenantId: input.city, data: {} };
    return { result: now, events: [event] };
  },
});
const openSession = defineQuery({
  action: 'session:open',
  load: ({ input }: { input: { city: string } }) => ({ municipalityId: input.city }),
  run: ({ now }) => now,
});
const readDeadline = defineQuery({
  action: 'deadline:set',
  load: ({ input }: { input: { city: string } }) => ({ municipalityId: input.city }),
  run: ({ now }) => now,
});

describe('a city whose clock is a day ahead', () => {
  let database: TestDatabase;
  let connection: Connection;
  let clocks: CityClocks;
  let pipeline: Pipeline<Resources, Ports>;
  const jobsOf = () => createJobs<Kinds>({ connection });
  beforeAll(async () => {
    database = await testDatabase();
    connection = database.connection;
    clocks = createCityClocks({ connection, now: () => noon, onError: () => undefined });
    await ensureCityClocks(connection);
    await jobsOf().prepare();
    await inTransaction(connection, (session) => cityClockRepository(connection, session).move('treinamento', day));
    await clocks.refresh();
    const outbox = createOutbox({
      connection,
      producer: 'test',
      codec: { encode: () => new Uint8Array(), decode: () => { throw new Error('not used'); } },
      publish: ({ type }) => ({ exchange: 'ev.test', key: 'deadline', type, schemaVersion: 1, payload: new Uint8Array() }),
    });
    const audit = createAuditTrail(connection);
    const idempotency = createIdempotencyStore(connection, Buffer.alloc(32, 1));
    await Promise.all([outbox.ensureIndexes(), audit.ensureIndexes(), idempotency.ensureIndexes()]);
    pipeline = createPipeline<Resources, Ports>({
      connection,
      permissions: definePermissions<Resources>({ 'deadline:set': { person: true }, 'session:open': { person: true } }),
      outbox,
      audit,
      idempotency,
      now: () => noon,
      clocks,
      onCityTime: (action) => action !== 'session:open',
      ports: (session, _reads, place: Place = { municipalityId: undefined }) => ({
        async later(dueAt) {
          if (session === undefined) throw new Error('outside a transaction');
          const job = { kind: 'act', key: String(place.municipalityId), dueAt, data: { city: String(place.municipalityId) } } as const;
          await jobsIn(jobsOf(), place).add(session, job);
        },
      }),
    });
  });
  afterAll(() => database.drop());

  const act = (city: string) => pipeline.execute(setDeadline, { input: { city }, actor: ana, origin: { correlationId: 'c' } });

  it('acts and is read at its own time, every other city at real time', async () => {
    expect((await act('treinamento')).result).toEqual(tomorrow);
    expect((await act('campinas')).result).toEqual(noon);
    const read = (city: string) => pipeline.ask(readDeadline, { input: { city }, actor: ana, origin: { correlationId: 'c' } });
    expect([await read('treinamento'), await read('campinas')]).toEqual([tomorrow, noon]);
    const events = await connection.collection('outbox').find({}, { sort: { tenantId: 1 } }).toArray();
    expect(events.map((event) => event['occurredAt'] as Date)).toEqual([noon, tomorrow]);
  });

  it('has sessions and proofs at real time', async () => {
    expect(await pipeline.ask(openSession, { input: { city: 'treinamento' }, actor: ana, origin: { correlationId: 'c' } })).toEqual(noon);
  });

  it('has its jobs run when its own clock comes to their moment', async () => {
    const jobs = jobsOf();
    await inTransaction(connection, async (session) => {
      for (const city of ['treinamento', 'campinas']) {
        await jobs.add(session, { kind: 'act', key: `${city} tomorrow`, dueAt: tomorrow, data: { city }, municipalityId: city });
      }
    });
    const ran: Job[] = [];
    const worker = createWorker<Kinds>({
      jobs,
      handlers: { act: async (job) => void ran.push(job) },
      now: () => noon,
      ahead: () => clocks.ahead(),
      log: createLog({ service: 'test', level: 'silent' }),
      owner: 'test',
      pollMs: 20,
    });
    worker.start();
    await waitFor(() => ran.length === 3, { describe: 'three jobs to run' });
    await worker.stop();
    expect(ran.map(({ key }) => key).sort()).toEqual(['campinas', 'treinamento', 'treinamento tomorrow']);
  });

  it('never goes back', async () => {
    await inTransaction(connection, (session) => cityClockRepository(connection, session).move('treinamento', 1));
    await clocks.refresh();
    expect(clocks.now('treinamento')).toEqual(tomorrow);
  });
});
