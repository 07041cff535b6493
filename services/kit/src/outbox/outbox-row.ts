import type { Connection } from 'mongoose';

/** One event waiting to be published, or published and kept for replay. */
export interface OutboxRow {
  /** The event id; consumers absorb a second delivery of it. */
  _id: string;
  state: 'pending' | 'sent';
  exchange: string;
  key: string;
  type: string;
  bytes: Buffer;
  tenantId: string;
  aggregateType: string;
  aggregateId: string;
  seq: number;
  occurredAt: Date;
  /** Server time, never decreasing within one aggregate: the order of publishing. */
  createdAt: Date;
  sentAt?: Date;
  attempts: number;
  lastError: string | null;
}

/** How long a published row can be replayed. */
export const sentRowsKeptSeconds = 30 * 24 * 3600;

/** The service's own outbox collection. */
export function outboxRows(connection: Connection) {
  return connection.collection<OutboxRow>('outbox');
}
