import mongoose from 'mongoose';
import type { Connection } from 'mongoose';

/**
 * One connection with every concern explicit (reliability.md section 3): majority and journal on writes, majority
 * reads from the primary, retryable writes, bounded waiting. Waits for nothing: a database that is down at start shows
 * as not ready, and as `unavailable` to callers.
 */
export function connectMongo(
  url: string,
  options: { appName: string; monitorCommands?: boolean; maxPoolSize?: number },
): Connection {
  const connection = mongoose.createConnection(url, {
    appName: options.appName,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    retryWrites: true,
    retryReads: true,
    ignoreUndefined: true,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: true,
    serverSelectionTimeoutMS: 5_000,
    connectTimeoutMS: 5_000,
    socketTimeoutMS: 30_000,
    waitQueueTimeoutMS: 10_000,
    maxPoolSize: options.maxPoolSize ?? 50,
    monitorCommands: options.monitorCommands ?? false,
  });
  connection.set('strictQuery', 'throw');
  connection.set('bufferTimeoutMS', 8_000);
  return connection;
}

/** Creates the collections and indexes of all models of the connection; called before serving, fails the start. */
export async function prepareCollections(connection: Connection): Promise<void> {
  const prepare = async (name: string): Promise<void> => {
    const model = connection.model(name);
    await model.createCollection();
    await model.createIndexes();
  };
  await Promise.all(connection.modelNames().map(prepare));
}

/** Whether the database answers, for readiness. */
export async function pingMongo(connection: Connection): Promise<boolean> {
  try {
    await connection.db?.admin().ping({ timeoutMS: 2_000 });
    return connection.db !== undefined;
  } catch {
    return false;
  }
}

/** How far the clock of this process is off that of the database, in milliseconds; 0 when the database does not say. */
export async function clockErrorMs(connection: Connection): Promise<number> {
  const before = Date.now();
  const answer = await connection.db?.admin().command({ hello: 1 }, { timeoutMS: 2_000 }).catch(() => undefined);
  const there: unknown = answer?.['localTime'];
  if (!(there instanceof Date)) return 0;
  // The answer was given at some time between asking and hearing it.
  return Math.max(0, before - there.getTime(), there.getTime() - Date.now());
}
