import type { ClientSession, Connection } from 'mongoose';
import { isDuplicateKey } from '../mongo/transaction.ts';
import { DuplicateDelivery, EarlyDelivery } from './delivery-errors.ts';
import { ensureCollection } from '../mongo/ensure-collection.ts';
import type { DeliveryRef } from './envelope.ts';
import { placeInSequence } from './place-in-sequence.ts';

export interface Inbox {
  /**
   * Notes in the caller's transaction that this consumer applies this event now. Throws `DuplicateDelivery` when it
   * already has, `EarlyDelivery` when the one before is missing; the transaction must then be given up.
   */
  accept(session: ClientSession, delivery: DeliveryRef, now: Date): Promise<void>;
  /** Creates the collections and indexes; call it before serving. */
  ensureIndexes(): Promise<void>;
}

interface Head {
  _id: string;
  seq: number;
}

interface InboxRow {
  _id: string;
  aggregateType: string;
  aggregateId: string;
  seq: number;
  at: Date;
}

/** Longer than a published row can be replayed, so that a replay is always recognised. */
const keptSeconds = 60 * 24 * 3600;

/** What each consumer of this service has applied. The heads stay for good; the rows expire after 60 days. */
export function createInbox({ connection }: { connection: Connection }): Inbox {
  const rows = connection.collection<InboxRow>('inbox');
  const heads = connection.collection<Head>('inbox_heads');

  async function advance(session: ClientSession, delivery: DeliveryRef): Promise<void> {
    const id = `${delivery.consumer}:${delivery.aggregateType}:${delivery.aggregateId}`;
    if (delivery.seq === 1) {
      await heads.insertOne({ _id: id, seq: 1 }, { session });
      return;
    }
    const moved = await heads.updateOne({ _id: id, seq: delivery.seq - 1 }, { $set: { seq: delivery.seq } }, { session });
    if (moved.matchedCount === 1) return;
    const head = await heads.findOne({ _id: id }, { session });
    const place = placeInSequence(head?.seq ?? 0, delivery.seq);
    throw place === 'early' ? new EarlyDelivery(delivery) : new DuplicateDelivery(delivery);
  }

  return {
    async accept(session, delivery, now) {
      const { consumer, eventId, aggregateType, aggregateId, seq } = delivery;
      try {
        await advance(session, delivery);
        await rows.insertOne({ _id: `${consumer}:${eventId}`, aggregateType, aggregateId, seq, at: now }, { session });
      } catch (error) {
        if (isDuplicateKey(error)) throw new DuplicateDelivery(delivery);
        throw error;
      }
    },
    async ensureIndexes() {
      await ensureCollection(connection, 'inbox_heads');
      await ensureCollection(connection, 'inbox');
      await rows.createIndex({ at: 1 }, { name: 'expiry', expireAfterSeconds: keptSeconds });
    },
  };
}
