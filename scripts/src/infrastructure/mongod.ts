import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startChild } from './child-process.ts';
import type { Child } from './child-process.ts';
import { waitUntil } from './wait-until.ts';

const { MongoClient, MongoServerError } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;

export interface MongodOptions {
  readonly binary: string;
  readonly folder: string;
  readonly logFile: string;
  readonly port: number;
  readonly rootPassword: string;
  /** Shared secret of the replica set's members: with it, the server demands logins of everybody. */
  readonly keyFile: string;
  /** How long a transaction whose process was killed holds its rows; 15 s unless told. */
  readonly transactionLifetimeSeconds?: number;
  /** Memory for its cache; 0.5 unless told. */
  readonly cacheGigabytes?: number;
}

/** A MongoDB of our own; stopping and starting it again keeps its port and its data. */
export interface Mongod {
  /** The administrator's URL. */
  readonly url: string;
  pids(): number[];
  start(): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** Holds the server still, connections open, as a stalled disk or network would. */
  pause(): void;
  resume(): void;
}

export const MONGO_ROOT = 'guiche-root';

const REPLICA_SET = 'guiche';
const READY_TIMEOUT_MS = 60_000;
const STOP_GRACE_MS = 5_000;
const NOT_YET_INITIATED = 94;
const AUTHENTICATION_FAILED = 18;

export async function startMongod(options: MongodOptions): Promise<Mongod> {
  const { port, rootPassword } = options;
  const url = `mongodb://${MONGO_ROOT}:${encodeURIComponent(rootPassword)}@127.0.0.1:${port}/?replicaSet=${REPLICA_SET}&authSource=admin`;
  let server: Child | undefined;
  const start = async () => {
    server = await launch(options);
    await waitUntil(() => becomePrimary(options), {
      what: 'MongoDB',
      timeoutMs: READY_TIMEOUT_MS,
      child: server,
      logFile: options.logFile,
    });
  };
  const stop = async () => {
    server?.signal('SIGCONT');
    await server?.stop(STOP_GRACE_MS);
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    pids: () => (server === undefined || server.hasExited() ? [] : [server.pid]),
    start,
    stop,
    kill: async () => server?.kill(),
    pause: () => server?.signal('SIGSTOP'),
    resume: () => server?.signal('SIGCONT'),
  };
}

async function launch(options: MongodOptions): Promise<Child> {
  const { binary, folder, logFile, port, keyFile, transactionLifetimeSeconds = 15, cacheGigabytes = 0.5 } = options;
  const data = join(folder, 'data');
  await mkdir(data, { recursive: true, mode: 0o700 });
  const keyPath = join(folder, 'replica-set.key');
  await chmod(keyPath, 0o600).catch(() => undefined);
  await writeFile(keyPath, keyFile, { mode: 0o600 });
  await chmod(keyPath, 0o400);
  return startChild({
    command: binary,
    args: [
      ...['--dbpath', data],
      ...['--port', String(port)],
      ...['--bind_ip', '127.0.0.1'],
      ...['--replSet', REPLICA_SET],
      ...['--keyFile', keyPath],
      ...['--wiredTigerCacheSizeGB', String(cacheGigabytes)],
      ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
      // A primary otherwise waits 15 s for a successor that is not there.
      ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'],
      // No transaction of ours lasts longer than 10 s; one whose process was killed holds its rows until this limit.
      ...['--setParameter', `transactionLifetimeLimitSeconds=${String(transactionLifetimeSeconds)}`],
      '--nounixsocket',
      '--quiet',
    ],
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
    logFile,
  });
}

/** Brings a new or an old data directory to a primary with an administrator; one step per call, until it is true. */
async function becomePrimary({ port, rootPassword }: MongodOptions): Promise<true | undefined> {
  const address = `127.0.0.1:${port}`;
  return withClient(`mongodb://${address}/?directConnection=true`, async (nobody) => {
    const hello = await nobody.db('admin').command({ hello: 1 });
    if (hello['isreplicaset'] === true && hello['setName'] === undefined) await initiateOrMove(nobody, address, rootPassword);
    if (hello['isWritablePrimary'] !== true) return undefined;
    await ensureRoot(nobody, address, rootPassword);
    return true;
  });
}

async function initiateOrMove(nobody: Client, address: string, rootPassword: string): Promise<void> {
  try {
    await nobody.db('admin').command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host: address }] } });
  } catch (error) {
    // The data directory has a configuration already: it waits, removed, because its port is another one today.
    if (!(error instanceof MongoServerError) || error.code === NOT_YET_INITIATED) throw error;
    await withClient(rootUrl(address, rootPassword), async (root) => {
      const { config } = (await root.db('admin').command({ replSetGetConfig: 1 })) as {
        config: { version: number; members: { host: string }[] };
      };
      const moved = { ...config, version: config.version + 1, members: config.members.map((member) => ({ ...member, host: address })) };
      await root.db('admin').command({ replSetReconfig: moved, force: true });
    });
  }
}

/** MongoDB lets an unknown visitor from this machine make the first user, and nothing after that. */
async function ensureRoot(nobody: Client, address: string, rootPassword: string): Promise<void> {
  try {
    await withClient(rootUrl(address, rootPassword), (root) => root.db('admin').command({ ping: 1 }));
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== AUTHENTICATION_FAILED) throw error;
    await nobody.db('admin').command({ createUser: MONGO_ROOT, pwd: rootPassword, roles: ['root'] });
  }
}

function rootUrl(address: string, password: string): string {
  return `mongodb://${MONGO_ROOT}:${encodeURIComponent(password)}@${address}/?directConnection=true&authSource=admin`;
}

async function withClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 3_000 });
  try {
    return await use(await client.connect());
  } finally {
    await client.close();
  }
}
