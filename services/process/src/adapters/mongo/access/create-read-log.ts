import type { Logger } from '@guiche/kit/log';
import type { Connection } from 'mongoose';
import { Counter } from 'prom-client';
import type { Registry } from 'prom-client';
import type { ReadEntry } from '../../../domain/access/read-log.ts';
import type { ReadLogRow } from './read-log-row.ts';

/** Who read what (LW-03). Noting costs the request nothing; rows are written in batches soon after. */
export interface ReadLog {
  note(entry: ReadEntry): void;
  /** Writes what has been noted so far. */
  flush(): Promise<void>;
  /** Writes the rest; what is noted later is written at once. */
  end(): Promise<void>;
}

/**
 * Keeps at most `most` entries while the database is away, then loses the oldest and counts them. A process that is
 * killed loses at most `everyMs` of notes.
 */
export function createReadLog({ connection, log, metrics, everyMs = 500, most = 10_000 }: {
  connection: Connection; log: Logger; metrics: Registry; everyMs?: number; most?: number;
}): ReadLog {
  const rows = connection.model<ReadLogRow>('ReadLog');
  const lost = new Counter({ name: 'guiche_read_log_lost_total', help: 'Readings of personal data that could not be logged', registers: [metrics] });
  let noted: ReadEntry[] = [];
  let writing: Promise<void> = Promise.resolve();
  let ended = false;

  const write = async (): Promise<void> => {
    const batch = noted.splice(0, batchSize);
    if (batch.length === 0) return;
    try {
      // Upserts: a batch whose answer was lost is written again without harm.
      await rows.bulkWrite(batch.map(({ id, ...entry }) => ({ updateOne: { filter: { _id: id }, update: { $setOnInsert: entry }, upsert: true } })), { ordered: false });
    } catch (error) {
      log.warn({ err: error, entries: batch.length }, 'read log not written yet');
      noted = [...batch, ...noted];
      return;
    }
    await write();
  };
  const flush = (): Promise<void> => (writing = writing.then(write));
  const timer = setInterval(() => void flush(), everyMs);
  timer.unref();

  return {
    note(entry) {
      noted.push(entry);
      if (noted.length > most) {
        lost.inc(noted.length - most);
        noted = noted.slice(-most);
      }
      if (ended) void flush();
    },
    flush,
    async end() {
      ended = true;
      clearInterval(timer);
      await flush();
    },
  };
}

const batchSize = 500;
