import type { ClientSession, Connection } from 'mongoose';
import { ensureCollection } from '../mongo/ensure-collection.ts';
import { inSession } from '../mongo/transaction.ts';

/**
 * The time of each municipality. All follow the same clock but those for training, which may be ahead of it (domain.md
 * OB-07), so that integrators see deadlines pass without waiting. Kept by each service in its own database, fed by events.
 */
export interface CityClocks {
  /** Real time: for tokens, throttles, links and whatever is not of one city. */
  wall(): Date;
  /** The time it is in the city at an instant of real time, now unless told; the same without a city. */
  now(municipalityId?: string, wall?: Date): Date;
  /** How far each city is ahead, in milliseconds; those that are not are left out. */
  ahead(): ReadonlyMap<string, number>;
  /** Reads the clocks again; called by a timer and at start. */
  refresh(): Promise<void>;
  start(): void;
  stop(): void;
}

/** Where a service's consumer notes how far a city's clock was moved. */
export interface CityClockRepository {
  /** A clock only goes forward: an older word changes nothing. */
  move(municipalityId: string, aheadMs: number): Promise<void>;
}

interface CityClockRow {
  readonly _id: string;
  readonly aheadMs: number;
}

const collection = 'city_clocks';

/** Follows the clocks noted in the service's database, within one refresh (1 s unless told). */
export function createCityClocks(options: {
  connection: Connection;
  now: () => Date;
  onError: (error: unknown) => void;
  refreshMs?: number;
}): CityClocks {
  const { connection, now, onError, refreshMs = 1_000 } = options;
  let ahead: ReadonlyMap<string, number> = new Map();
  let timer: NodeJS.Timeout | undefined;

  const refresh = async (): Promise<void> => {
    const rows = await connection.collection<CityClockRow>(collection).find().toArray();
    ahead = new Map(rows.map(({ _id, aheadMs }) => [_id, aheadMs]));
  };

  return {
    wall: now,
    now(municipalityId, wall = now()) {
      const byMs = municipalityId === undefined ? undefined : ahead.get(municipalityId);
      return byMs === undefined ? wall : new Date(wall.getTime() + byMs);
    },
    ahead: () => ahead,
    refresh,
    start() {
      timer = setInterval(() => {
        refresh().catch(onError);
      }, refreshMs);
      timer.unref();
    },
    stop() {
      clearInterval(timer);
    },
  };
}

/** The rows that `createCityClocks` follows, written in the session's transaction. */
export function cityClockRepository(connection: Connection, session: ClientSession | undefined): CityClockRepository {
  const rows = connection.collection<CityClockRow>(collection);
  return {
    async move(municipalityId, aheadMs) {
      await rows.updateOne({ _id: municipalityId }, { $max: { aheadMs } }, { upsert: true, ...inSession(session) });
    },
  };
}

/** Builds the collection before a transaction wants to write to it. */
export async function ensureCityClocks(connection: Connection): Promise<void> {
  await ensureCollection(connection, collection);
}
