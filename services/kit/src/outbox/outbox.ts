import type { ClientSession, Connection } from 'mongoose';
import type { DomainEvent, EnvelopeCodec, Publish } from './envelope.ts';
import { ensureCollection } from '../mongo/ensure-collection.ts';
import { outboxRows, sentRowsKeptSeconds } from './outbox-row.ts';
import type { OutboxRow } from './outbox-row.ts';

/** Decided before the transaction, so that a rerun of its callback stores the same events. */
export interface AppendMeta {
  now: Date;
  /** One per event, UUIDv7. */
  eventIds: readonly string[];
  correlationId: string;
  causationId: string;
  traceparent: string;
}

export interface Outbox {
  /**
   * Stores the events as pending rows in the caller's transaction, each numbered within its aggregate without gaps.
   * Two transactions on the same aggregate conflict, and the driver runs the later one again.
   */
  append(session: ClientSession, events: readonly DomainEvent[], meta: AppendMeta): Promise<void>;
  /** Wakes the relay of this process; call it after the commit. */
  ring(): void;
  /** Calls `listener` at every ring until the returned function is called. */
  onRing(listener: () => void): () => void;
  /** Creates the collections and indexes; call it before serving. */
  ensureIndexes(): Promise<void>;
}

interface Head {
  _id: string;
  seq: number;
  at: Date;
}

/** The outbox of one service, in its own database, beside the state its events speak of. */
export function createOutbox(options: {
  connection: Connection;
  producer: string;
  codec: EnvelopeCodec;
  publish: Publish;
}): Outbox {
  const { connection, producer, codec, publish } = options;
  const rows = outboxRows(connection);
  const heads = connection.collection<Head>('outbox_heads');
  const listeners = new Set<() => void>();

  async function reserve(session: ClientSession, aggregate: DomainEvent['aggregate'], count: number): Promise<Head> {
    const head = await heads.findOneAndUpdate(
      { _id: `${aggregate.type}:${aggregate.id}` },
      [{ $set: { seq: { $add: [{ $ifNull: ['$seq', 0] }, count] }, at: { $max: ['$at', '$$NOW'] } } }],
      { session, upsert: true, returnDocument: 'after' },
    );
    if (head === null) throw new Error(`No outbox head for ${aggregate.type} ${aggregate.id}`);
    return head;
  }

  return {
    async append(session, events, meta) {
      if (meta.eventIds.length < events.length) throw new Error('An event id is needed for each event');
      const inserts: OutboxRow[] = [];
      for (const group of groupByAggregate(events)) {
        const head = await reserve(session, group.aggregate, group.members.length);
        const first = head.seq - group.members.length + 1;
        for (const [offset, { event, index }] of group.members.entries()) {
          const { exchange, key, type, schemaVersion, payload } = publish(event);
          const eventId = meta.eventIds[index] ?? '';
          const seq = first + offset;
          const bytes = codec.encode({
            eventId,
            type,
            schemaVersion,
            tenantId: event.tenantId,
            aggregateType: event.aggregate.type,
            aggregateId: event.aggregate.id,
            aggregateSeq: seq,
            occurredAt: meta.now,
            producer,
            correlationId: meta.correlationId,
            causationId: meta.causationId,
            traceparent: meta.traceparent,
            payload,
          });
          inserts.push({
            _id: eventId,
            state: 'pending',
            exchange,
            key,
            type,
            bytes: Buffer.from(bytes),
            tenantId: event.tenantId,
            aggregateType: event.aggregate.type,
            aggregateId: event.aggregate.id,
            seq,
            occurredAt: meta.now,
            createdAt: head.at,
            attempts: 0,
            lastError: null,
          });
        }
      }
      if (inserts.length > 0) await rows.insertMany(inserts, { session, ordered: true });
    },
    ring() {
      for (const listener of listeners) listener();
    },
    onRing(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async ensureIndexes() {
      await ensureCollection(connection, 'outbox_heads');
      await ensureCollection(connection, 'outbox');
      await rows.createIndexes([
        { key: { createdAt: 1, seq: 1 }, name: 'work_list', partialFilterExpression: { state: 'pending' } },
        { key: { aggregateType: 1, aggregateId: 1, seq: 1 }, name: 'aggregate_seq', unique: true },
        { key: { sentAt: 1 }, name: 'sent_expiry', expireAfterSeconds: sentRowsKeptSeconds },
      ]);
    },
  };
}

interface Group {
  aggregate: DomainEvent['aggregate'];
  members: { event: DomainEvent; index: number }[];
}

function groupByAggregate(events: readonly DomainEvent[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const [index, event] of events.entries()) {
    const key = `${event.aggregate.type}:${event.aggregate.id}`;
    const group = groups.get(key) ?? { aggregate: event.aggregate, members: [] };
    group.members.push({ event, index });
    groups.set(key, group);
  }
  return groups.values();
}
