import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { anyFreePorts, nextFreePort } from './free-port.ts';
import { startMongod } from './mongod.ts';
import type { Mongod } from './mongod.ts';
import { findMongod, mongodRuns, mongodSourcesOnThisMachine } from './mongod-binary.ts';
import { administratorDefinitions } from './rabbitmq-definitions.ts';
import { findRabbitmqServer, rabbitmqSearchOnThisMachine } from './rabbitmq-binary.ts';
import { startRabbitmq } from './rabbitmq.ts';
import type { Rabbitmq } from './rabbitmq.ts';
import type { Secrets } from './secrets.ts';
import type { ServiceName } from './service-names.ts';

export interface InfrastructureOptions {
  /** Data and configuration of both servers. */
  readonly folder: string;
  readonly logFolder: string;
  /** Where a mongod that had to be brought is kept for the next time. */
  readonly cacheFolder: string;
  readonly secrets: Secrets;
  /** Taken where they are free, else the next free ones; without it, any free ports. */
  readonly wantedPorts?: { readonly mongo: number; readonly amqp: number; readonly management: number };
  readonly onLine?: (line: string) => void;
  /** How long a transaction whose process was killed holds its rows; short for tests that kill. */
  readonly transactionLifetimeSeconds?: number;
  /** Memory for MongoDB's cache, for benches with much data; 0.5 unless told. */
  readonly cacheGigabytes?: number;
}

/** What tests give as `transactionLifetimeSeconds`: they kill processes inside transactions. */
export const TEST_TRANSACTION_SECONDS = 4;

/** A private MongoDB and a private RabbitMQ, both demanding logins. */
export interface Infrastructure {
  readonly mongo: Mongod;
  readonly rabbit: Rabbitmq;
  stop(): Promise<void>;
}

export async function startInfrastructure(options: InfrastructureOptions): Promise<Infrastructure> {
  const [mongo, rabbit] = await Promise.allSettled([startPrivateMongod(options), startPrivateRabbitmq(options)]);
  if (mongo.status === 'fulfilled' && rabbit.status === 'fulfilled') {
    return {
      mongo: mongo.value,
      rabbit: rabbit.value,
      stop: async () => {
        await Promise.all([mongo.value.stop(), rabbit.value.stop()]);
      },
    };
  }
  if (mongo.status === 'fulfilled') await mongo.value.stop();
  if (rabbit.status === 'fulfilled') await rabbit.value.stop();
  throw mongo.status === 'rejected' ? mongo.reason : (rabbit as PromiseRejectedResult).reason;
}

export async function startPrivateMongod(options: InfrastructureOptions): Promise<Mongod> {
  const { cacheFolder, folder, logFolder, secrets, onLine } = options;
  await mkdir(cacheFolder, { recursive: true });
  const binary = await findMongod(mongodSourcesOnThisMachine(cacheFolder, onLine), mongodRuns, onLine);
  return startMongod({
    binary,
    folder: join(folder, 'mongodb'),
    logFile: join(logFolder, 'mongodb.log'),
    port: await portFrom(options.wantedPorts?.mongo),
    rootPassword: secrets.mongoRootPassword,
    keyFile: secrets.mongoKeyFile,
    ...(options.transactionLifetimeSeconds === undefined ? {} : { transactionLifetimeSeconds: options.transactionLifetimeSeconds }),
    ...(options.cacheGigabytes === undefined ? {} : { cacheGigabytes: options.cacheGigabytes }),
  });
}

export async function startPrivateRabbitmq(options: InfrastructureOptions): Promise<Rabbitmq> {
  const { folder, logFolder, secrets, onLine } = options;
  const serverScript = await findRabbitmqServer(rabbitmqSearchOnThisMachine(onLine));
  const [distribution = 0, epmd = 0] = await anyFreePorts(2);
  const amqp = await portFrom(options.wantedPorts?.amqp);
  const management = await portFrom(options.wantedPorts?.management);
  return startRabbitmq({
    serverScript,
    folder: join(folder, 'rabbitmq'),
    logFile: join(logFolder, 'rabbitmq.log'),
    ports: { amqp, management, distribution, epmd },
    cookie: secrets.rabbitCookie,
    adminPassword: secrets.rabbitAdminPassword,
    definitions: administratorDefinitions(secrets.rabbitAdminPassword),
  });
}

async function portFrom(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) return nextFreePort(wanted);
  const [port] = await anyFreePorts(1);
  if (port === undefined) throw new Error('No free port.');
  return port;
}

export function rabbitPasswords(secrets: Secrets): Record<ServiceName, string> {
  return passwords(secrets, 'rabbitPassword');
}

export function mongoPasswords(secrets: Secrets): Record<ServiceName, string> {
  return passwords(secrets, 'mongoPassword');
}

function passwords(secrets: Secrets, kind: 'mongoPassword' | 'rabbitPassword'): Record<ServiceName, string> {
  const entries = Object.entries(secrets.services).map(([name, values]) => [name, values[kind]]);
  return Object.fromEntries(entries) as Record<ServiceName, string>;
}
