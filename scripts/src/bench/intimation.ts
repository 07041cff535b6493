// `npm run bench -- intimation [--acts=10] [--list=10000]`: acts to 300 recipients until all accesses are there and all mails can
// leave; all of them due at the same instant, with their certificates; the list of a recipient of very many. Intimation and
// process run whole, both in the process that asks, on a MongoDB and a RabbitMQ of their own.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { graphqlClient, testDatabase, waitFor } from '@guiche/kit/testing';
import { connect } from 'amqplib';
import { startIntimationService } from '../../../services/intimation/src/start-intimation-service.ts';
import { certificateName } from '../../../services/process/src/domain/intimations/certificate.ts';
import { intimationDesk } from '../../../services/process/src/test/intimation-desk.ts';
import { administrator, clerk, person, startRig, unitId } from '../../../services/process/src/test/rig.ts';
import type { Rig } from '../../../services/process/src/test/rig.ts';
import { cpuWatch } from './cpu-time.ts';
import { quantile, tellDurations } from './durations.ts';
import { describeMachine } from './machine.ts';
import { residentMegabytes, watchPeak } from './resident-memory.ts';
import { withTestServers } from './with-test-servers.ts';

const recipients = 300;
const issuedAt = '2028-03-06T15:00:00Z';
const overAt = '2028-03-21T03:01:00Z';
const wanted = { issueMs: 5_000, notices: 50_000, minutes: 10, listMs: 50 };
const configureCalendar = 'mutation($input: ConfigureCalendarInput!) { configureCalendar(input: $input) { replayed } }';
const configureIntimationType = 'mutation($input: ConfigureIntimationTypeInput!) { configureIntimationType(input: $input) { type { id } } }';
const issueIntimation = 'mutation($input: IssueIntimationInput!) { issueIntimation(input: $input) { intimation { id } } }';
const myNotices = `query($status: NoticeStatus, $after: String) { myNotices(status: $status, first: 30, after: $after) {
  edges { cursor node { id number type { name } status { value label } daysLeft consequence tacitDeadline { deadline { date endsAt } } responseDeadlines { name daysLeft open } } } } }`;

const { values } = parseArgs({ options: { acts: { type: 'string', default: '10' }, list: { type: 'string', default: '10000' } } });
const [acts = 0, listed = 0] = [values.acts, values.list].map(Number);

console.log(describeMachine());
await withTestServers(async ({ mongoPid }) => {
  const rig = await startRig({ at: issuedAt });
  const database = await testDatabase();
  const config = { ...rig.service.parts.config, MONGO_URL: database.url, PORT: 0 };
  const intimation = await startIntimationService(config, { now: () => rig.clock.now() });
  const mails = await connect(rig.broker.url);
  try {
    await intimation.consuming();
    // Whoever sends mails has its queue.
    const channel = await mails.createChannel();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    await channel.bindQueue(queue, 'ev.intimation', '#');
    const bench = await prepare(rig, intimation, database.connection);
    await issuing(bench);
    await falling(bench, mongoPid);
    await listing(bench);
  } finally {
    await mails.close();
    await intimation.close();
    await rig.stop();
    await database.drop();
  }
});

type Intimation = Awaited<ReturnType<typeof startIntimationService>>;
type Bench = Awaited<ReturnType<typeof prepare>>;

async function prepare(rig: Rig, service: Intimation, connection: Awaited<ReturnType<typeof testDatabase>>['connection']) {
  const desk = await intimationDesk(rig);
  const as = (principal: Parameters<typeof rig.as>[0]) => graphqlClient(`${service.url}/graphql`, principal === undefined ? {} : { token: rig.tokenFor(principal) });
  const ask = as(administrator);
  accepted(await ask(configureCalendar, { input: { municipalityId: 'campinas', tacitDays: 10, tacitDaysByProcessType: [], holidaysSource: 'BR', municipalHolidays: [] } }));
  const type = accepted<{ configureIntimationType: { type: { id: string } } }>(
    await ask(configureIntimationType, { input: { municipalityId: 'campinas', name: 'Ciência', responseMode: 'NONE', responseTypeIds: [] } }),
  );
  await waitFor(async () => (await connection.collection<{ _id: string }>('units').countDocuments({ _id: unitId })) === 1, { describe: 'the unit' });
  const recipientIds = Array.from({ length: recipients }, (_, index) => `recipient-${String(index)}`);
  const rows = recipientIds.map((_id) => ({ _id, municipalityId: 'campinas', personId: `person-of-${_id}`, name: `Pessoa ${_id}`, state: 'ENABLED', enabledAt: rig.clock.now(), nameWords: [] }));
  await connection.collection<{ _id: string }>('recipients').insertMany(rows);
  return { rig, desk, service, connection, as, typeId: type.configureIntimationType.type.id, recipientIds, granted: rig.service.parts.connection };
}

/** From the request of the unit until everybody has access and every mail can leave. */
async function issuing({ rig, desk, connection, granted, as, typeId, recipientIds }: Bench): Promise<void> {
  const durations: number[] = [];
  for (let act = -1; act < acts; act += 1) {
    const { id: processId } = await desk.open();
    const { id: documentId } = await desk.signed(processId);
    const input = { unitId, processId, documentId, typeId, responseTypeIds: [], accessScope: 'PARTIAL', recipientIds, idempotencyKey: randomUUID() };
    const startedAt = performance.now();
    const { issueIntimation: issued } = accepted<{ issueIntimation: { intimation: { id: string } } }>(await as(clerk)(issueIntimation, { input }));
    const { id } = issued.intimation;
    await waitFor(
      async () => {
        const [grants, ready, unsaid] = await Promise.all([
          granted.collection('grants').countDocuments({ processId, 'intimations.intimationId': id }),
          connection.collection('notices').countDocuments({ intimationId: id, actState: 'ISSUED' }),
          connection.collection('outbox').countDocuments({ state: 'pending' }),
        ]);
        return grants === recipients && ready === recipients && unsaid === 0;
      },
      { describe: 'accesses and mails', timeoutMs: 120_000 },
    );
    if (act >= 0) durations.push(performance.now() - startedAt);
    rig.clock.set(issuedAt);
  }
  console.log(`issuing to ${String(recipients)} recipients until all accesses are there and all mails can leave, ${String(acts)} acts: ${tellDurations(durations)}, wanted p95 under ${String(wanted.issueMs)} ms`);
  if (quantile(durations, 0.95) >= wanted.issueMs) process.exitCode = 1;
}

/** The tacit date of all is over at the same instant. */
async function falling({ rig, service, connection, granted }: Bench, mongoPid: number): Promise<void> {
  const notices = await connection.collection('notices').countDocuments();
  const before = await residentMegabytes(process.pid);
  const peak = watchPeak(() => residentMegabytes(process.pid));
  const [ownCpu, mongoCpu] = [cpuWatch([process.pid]), cpuWatch([mongoPid])];
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1_000;
  rig.clock.set(overAt);
  service.wake();
  const filed = async (): Promise<number> => connection.collection('notices').countDocuments({ certificate: { $ne: null } });
  const resident: string[] = [];
  let quarter = 1;
  let fulfilledIn = 0;
  await waitFor(
    async () => {
      // Counting is not free, and not part of it.
      await delay(500);
      const done = await filed();
      if (fulfilledIn === 0 && (await connection.collection('notices').countDocuments({ status: 'PENDING' })) === 0) fulfilledIn = seconds();
      for (; quarter < 5 && done >= (notices * quarter) / 4; quarter += 1) resident.push((await residentMegabytes(process.pid)).toFixed(0));
      return done === notices;
    },
    { describe: async () => `certificates, ${String(await filed())} of ${String(notices)}`, timeoutMs: 1_200_000 },
  );
  const took = seconds();
  const certificates = await granted.collection('documents').countDocuments({ title: certificateName });
  const [own, mongo] = [ownCpu(), mongoCpu()];
  const whole = (part: number): string => ((part / notices) * wanted.notices / 60).toFixed(1);
  console.log(`${String(notices)} notices due at the same instant: fulfilled in ${fulfilledIn.toFixed(1)} s, with their certificates in ${took.toFixed(1)} s (${(notices / took).toFixed(0)}/s); ${String(certificates)} certificates`);
  console.log(`CPU time of one: ${(own / notices).toFixed(1)} ms in both services, ${(mongo / notices).toFixed(1)} ms in MongoDB`);
  console.log(`at this rate ${String(wanted.notices)} take ${whole(fulfilledIn)} min, with certificates ${whole(took)} min; by CPU time of both services in one process ${whole(own / 1_000)} min; wanted under ${String(wanted.minutes)} min`);
  console.log(`resident: ${before.toFixed(0)} MB before, ${resident.join(', ')} at each quarter, peak ${peak.end().toFixed(0)} MB`);
  if ((took / notices) * wanted.notices >= wanted.minutes * 60) process.exitCode = 1;
}

/** A recipient with very many. */
async function listing({ connection, as }: Bench): Promise<void> {
  const notices = connection.collection<{ _id: string }>('notices');
  const model = await notices.findOne();
  if (model === null) throw new Error('There is no notice');
  const statuses = ['PENDING', 'FULFILLED_TACITLY', 'FULFILLED_BY_CONSULTATION', 'RESPONDED', 'OVERDUE'];
  const rows = Array.from({ length: listed }, (_, index) => ({
    ...model, _id: randomUUID(), documentIds: [`document-of-list-${String(index)}`], recipient: { kind: 'PERSON', recipientId: 'often', personId: 'often', name: 'Pessoa' },
    representatives: [{ personId: 'often' }], status: statuses[index % statuses.length], issuedAt: new Date(Date.parse(issuedAt) - index * 3_600_000), changesAt: null,
  }));
  for (let from = 0; from < rows.length; from += 1_000) await notices.insertMany(rows.slice(from, from + 1_000));
  const ask = as(person('often'));
  const timed = async (variables: object): Promise<{ ms: number; last: string | undefined }> => {
    const startedAt = performance.now();
    const { myNotices: page } = accepted<{ myNotices: { edges: readonly { cursor: string }[] } }>(await ask(myNotices, { ...variables }));
    return { ms: performance.now() - startedAt, last: page.edges.at(-1)?.cursor };
  };
  for (let warmUp = 0; warmUp < 30; warmUp += 1) await timed({});
  const durations: number[] = [];
  for (const status of [undefined, ...statuses]) {
    for (let round = 0; round < 20; round += 1) {
      const { ms, last } = await timed({ status });
      durations.push(ms, (await timed({ status, after: last })).ms);
    }
  }
  console.log(`list of a recipient with ${String(listed)}, pages of 30: ${tellDurations(durations)}, wanted p95 under ${String(wanted.listMs)} ms`);
  if (quantile(durations, 0.95) >= wanted.listMs) process.exitCode = 1;
}

function accepted<Data>({ data, errors }: { data: unknown; errors: readonly unknown[] }): Data {
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data as Data;
}
