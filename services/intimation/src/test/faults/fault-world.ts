import { connect } from 'amqplib';
import { decodeEvent, envelopeCodec } from '@guiche/contracts';
import type { EventData, EventType } from '@guiche/contracts';
import { graphqlClient, waitFor } from '@guiche/kit/testing';
import { noticeStage } from '../notice-stage.ts';
import { startRig } from '../rig.ts';
import { startSteered } from './steered-service.ts';
import type { SteeredService } from './steered-service.ts';

/** An event of the service as a listener got it, copies counted. */
export interface ToldEvent {
  readonly type: string;
  readonly aggregateId: string;
  readonly payload: Uint8Array;
  readonly deliveries: number;
}

/**
 * A city with the intimation service as a process of its own, which may die; its database and broker do not. Process is
 * stood in by its events, and whoever listens by `told`.
 */
export async function faultWorld({ at = '2027-01-04T15:00:00Z', leaseMs = 1_500 }: { at?: string; leaseMs?: number } = {}) {
  const rig = await startRig({ at });
  // The service in this process has told its settings: from here on others run.
  await rig.service.close();
  const settings = rig.service.parts.config;
  const { connection } = rig.database;
  const all = new Set<SteeredService>();
  const begin = async (how: Parameters<typeof startSteered>[1]): Promise<SteeredService> => {
    const started = await startSteered(settings, { leaseMs, ...how });
    all.add(started);
    void started.ended().then(() => all.delete(started));
    return started;
  };
  let service = await begin({ clock: rig.clock.now() });
  const told = new Map<string, ToldEvent>();
  const heard = new Set<(event: ToldEvent) => void>();
  const listener = await listenTo(rig.broker.url, told, heard);

  const sent = new Set<string>();
  const appliedBefore = new Set<string>();
  const deliver = rig.say;
  let said = 0;
  const say: typeof deliver = (type, data, id, seq, eventId) => {
    said += 1;
    const named = eventId ?? `said-${String(said)}`;
    sent.add(named);
    return deliver(type, data, id, seq, named);
  };
  const remote = {
    ...rig,
    say,
    as: (principal: Parameters<typeof rig.as>[0]) => graphqlClient(`${service.url}/graphql`, principal === undefined ? {} : { token: rig.tokenFor(principal) }),
  };
  const stage = await noticeStage(remote);
  const due = () => connection.collection('jobs').countDocuments({ state: 'waiting', dueAt: { $lte: rig.clock.now() } });
  const unsaid = () => connection.collection('outbox').countDocuments({ state: 'pending' });
  const uncounted = () => connection.collection('recomputations').countDocuments({ state: 'PENDING' });

  const world = {
    rig,
    stage,
    say,
    as: remote.as,
    told,
    /** Calls back for each event from now on, once for all of its copies. */
    hear: (react: (event: ToldEvent) => void): void => void heard.add(react),
    /** Ids of the events that others said, each once. */
    sent: (): string[] => [...sent],
    service: () => service,
    /** Another process of the service, besides the one there is. */
    another: (how: Parameters<typeof startSteered>[1] = {}) => begin({ clock: rig.clock.now(), ...how }),
    /** The process that clients and clocks go to from now on. */
    use(next: SteeredService): void {
      service = next;
    },
    async restart(how: Parameters<typeof startSteered>[1] = {}): Promise<void> {
      service = await begin({ clock: rig.clock.now(), ...how });
    },
    /** Moves the clock, on or back; resolves when the service knows, or is dead. */
    async to(instant: Date): Promise<void> {
      rig.clock.set(instant.toISOString());
      await service.setClock(instant);
    },
    /** Resolves when nothing is due, nothing waits to be counted anew or told, and the broker has it all. */
    quiet: () =>
      waitFor(async () => (await due()) + (await unsaid()) + (await uncounted()) === 0, {
        describe: async () => `quiet: ${String(await due())} due, ${String(await unsaid())} unsaid`,
        timeoutMs: 150_000,
      }),
    /** Resolves when every event said until now was applied. */
    applied: () =>
      waitFor(
        async () => {
          const asked = world.sent().filter((id) => !appliedBefore.has(id));
          const rows = await connection.collection<{ _id: string }>('inbox').find({ _id: { $in: asked.map((id) => `intimation:${id}`) } }, { projection: { _id: 1 } }).toArray();
          for (const { _id } of rows) appliedBefore.add(_id.slice('intimation:'.length));
          return rows.length === asked.length;
        },
        { describe: async () => `all events to be applied; parked ${String(await world.parked())}`, timeoutMs: 120_000 },
      ),
    parked: () => listener.parked(),
    /** What was told of a notice as that type, each event once. */
    toldOf<Name extends EventType>(type: Name, aggregateId: string): EventData<Name>[] {
      return [...told.values()].filter((event) => event.type === type && event.aggregateId === aggregateId).map(({ payload }) => decodeEvent(type, payload));
    },
    async stop(): Promise<void> {
      await Promise.all([...all].map((one) => one.kill()));
      await listener.close();
      await rig.stop();
    },
  };
  return world;
}

export type FaultWorld = Awaited<ReturnType<typeof faultWorld>>;

async function listenTo(brokerUrl: string, told: Map<string, ToldEvent>, heard: ReadonlySet<(event: ToldEvent) => void>) {
  const connection = await connect(brokerUrl);
  const channel = await connection.createChannel();
  const { queue } = await channel.assertQueue('', { exclusive: true });
  await channel.bindQueue(queue, 'ev.intimation', '#');
  await channel.consume(
    queue,
    (message) => {
      if (message === null) return;
      const { eventId, type, aggregateId, payload } = envelopeCodec.decode(message.content);
      const copies = told.get(eventId)?.deliveries ?? 0;
      const event = { type, aggregateId, payload, deliveries: copies + 1 };
      told.set(eventId, event);
      if (copies === 0) for (const react of heard) react(event);
    },
    { noAck: true },
  );
  return {
    parked: async () => (await channel.checkQueue('q.intimation.parking')).messageCount,
    close: () => connection.close(),
  };
}
