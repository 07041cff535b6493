import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startChild } from './child-process.ts';
import type { Child } from './child-process.ts';
import { callManagementApi } from './rabbitmq-api.ts';
import { RABBITMQ_ADMIN } from './rabbitmq-definitions.ts';
import type { RabbitmqDefinitions } from './rabbitmq-definitions.ts';
import { waitUntil } from './wait-until.ts';

export interface RabbitmqPorts {
  readonly amqp: number;
  readonly management: number;
  readonly distribution: number;
  readonly epmd: number;
}

export interface RabbitmqOptions {
  readonly serverScript: string;
  readonly folder: string;
  readonly logFile: string;
  readonly ports: RabbitmqPorts;
  readonly cookie: string;
  readonly adminPassword: string;
  readonly definitions: RabbitmqDefinitions;
}

/** A broker of our own; stopping and starting it again keeps its ports and its data. */
export interface Rabbitmq {
  /** The administrator's AMQP URL, without a virtual host. */
  readonly url: string;
  /** The management API with the administrator's credentials. */
  readonly apiUrl: string;
  pids(): number[];
  start(): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const READY_TIMEOUT_MS = 90_000;
// The management plugin of RabbitMQ 3.10 alone takes five seconds to stop.
const STOP_GRACE_MS = 6_700;
const KEEP_PRIVATE = 0o700;

export async function startRabbitmq(options: RabbitmqOptions): Promise<Rabbitmq> {
  const { ports, adminPassword } = options;
  const credentials = `${RABBITMQ_ADMIN}:${encodeURIComponent(adminPassword)}`;
  const url = `amqp://${credentials}@127.0.0.1:${ports.amqp}`;
  const apiUrl = `http://${credentials}@127.0.0.1:${ports.management}`;
  await writeConfiguration(options);
  let server: Child | undefined;
  let nameServer: Child | undefined;

  const start = async () => {
    nameServer = startChild({
      command: 'epmd',
      args: ['-port', String(ports.epmd), '-address', '127.0.0.1'],
      env: environmentOf(options),
      logFile: options.logFile,
    });
    server = startChild({ command: options.serverScript, args: [], env: environmentOf(options), logFile: options.logFile });
    await waitUntil(() => listens(apiUrl), {
      what: 'RabbitMQ',
      timeoutMs: READY_TIMEOUT_MS,
      everyMs: 100,
      child: server,
      logFile: options.logFile,
    });
  };
  const stop = async (graceMs: number) => {
    await server?.stop(graceMs);
    await nameServer?.kill();
  };
  try {
    await start();
  } catch (error) {
    await stop(0);
    throw error;
  }
  return {
    url,
    apiUrl,
    pids: () => [server, nameServer].flatMap((child) => (child === undefined || child.hasExited() ? [] : [child.pid])),
    start,
    stop: () => stop(STOP_GRACE_MS),
    kill: () => stop(0),
  };
}

async function listens(apiUrl: string): Promise<true | undefined> {
  const overview = (await callManagementApi(apiUrl, 'GET', '/api/overview')) as { listeners: { protocol: string }[] };
  return overview.listeners.some(({ protocol }) => protocol === 'amqp') ? true : undefined;
}

async function writeConfiguration({ folder, ports, cookie, definitions }: RabbitmqOptions): Promise<void> {
  for (const name of ['', 'home', 'data', 'log']) {
    await mkdir(join(folder, name), { recursive: true, mode: KEEP_PRIVATE });
  }
  const cookieFile = join(folder, 'home', '.erlang.cookie');
  await chmod(cookieFile, 0o600).catch(() => undefined);
  await writeFile(cookieFile, cookie, { mode: 0o600 });
  await chmod(cookieFile, 0o400);
  await writeFile(join(folder, 'definitions.json'), JSON.stringify(definitions, null, 2), { mode: 0o600 });
  await writeFile(join(folder, 'enabled_plugins'), '[rabbitmq_management].\n');
  await writeFile(
    join(folder, 'rabbitmq.conf'),
    [
      `listeners.tcp.local = 127.0.0.1:${ports.amqp}`,
      'management.tcp.ip = 127.0.0.1',
      `management.tcp.port = ${ports.management}`,
      `load_definitions = ${join(folder, 'definitions.json')}`,
      'vm_memory_high_watermark.absolute = 768MB',
      'disk_free_limit.absolute = 200MB',
      'log.console = true',
      'log.console.level = warning',
      'log.file = false',
      '',
    ].join('\n'),
  );
}

function environmentOf({ folder, ports }: RabbitmqOptions): Record<string, string | undefined> {
  return {
    PATH: process.env['PATH'],
    LANG: 'C.UTF-8',
    HOME: join(folder, 'home'),
    ERL_EPMD_PORT: String(ports.epmd),
    ERL_EPMD_ADDRESS: '127.0.0.1',
    // The data belongs to the node's name, so the name stays when the ports change; a private epmd keeps it unique.
    RABBITMQ_NODENAME: 'guiche@localhost',
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(ports.amqp),
    RABBITMQ_DIST_PORT: String(ports.distribution),
    RABBITMQ_MNESIA_BASE: join(folder, 'data'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq.conf'),
    RABBITMQ_CONF_ENV_FILE: join(folder, 'no-rabbitmq-env.conf'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'enabled_plugins'),
    RABBITMQ_PID_FILE: join(folder, 'rabbitmq.pid'),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none',
    // The script then becomes the server itself, so that our signals reach it without a shell in between.
    RUNNING_UNDER_SYSTEMD: 'true',
  };
}
