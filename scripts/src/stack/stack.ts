import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from '../infrastructure/child-process.ts';
import type { Child, ChildExit } from '../infrastructure/child-process.ts';
import { anyFreePorts } from '../infrastructure/free-port.ts';
import { ensureSigningKeys } from '../infrastructure/secrets.ts';
import type { Secrets } from '../infrastructure/secrets.ts';
import { ensureServiceEndpoints } from '../infrastructure/service-endpoints.ts';
import type { Administration } from '../infrastructure/service-endpoints.ts';
import { DEFAULT_TENANCY, SERVICE_NAMES } from '../infrastructure/service-names.ts';
import type { Tenancy } from '../infrastructure/service-names.ts';
import { waitUntil } from '../infrastructure/wait-until.ts';
import { PORT_NAMES, PROCESS_NAMES, planProcesses } from './process-plans.ts';
import type { Environment, Ports, ProcessName, ProcessPlan } from './process-plans.ts';

export interface StackOptions {
  readonly root: string;
  readonly logFolder: string;
  readonly signingKeysFile: string;
  readonly secrets: Secrets;
  readonly administration: Administration;
  readonly smtpUrl: string;
  readonly tenancy?: Tenancy;
  /** Free ports are taken where none is given. */
  readonly ports?: Partial<Ports>;
  /** Another entry file than `main.ts`, for example one that injects crash points. */
  readonly entries?: Partial<Record<ProcessName, string>>;
  /** Settings added to, or put in place of, those of a process. */
  readonly environment?: Partial<Record<ProcessName, Environment>>;
  readonly logLevel?: string;
  readonly onEvent?: (event: StackEvent) => void;
}

export type StackEvent =
  | { readonly type: 'ready'; readonly name: ProcessName; readonly afterMs: number }
  | { readonly type: 'ended'; readonly name: ProcessName; readonly exit: ChildExit };

export interface RestartOptions {
  readonly entry?: string;
  readonly environment?: Environment;
}

/** The six processes, running. */
export interface Stack {
  readonly graphUrl: string;
  /** The base URL of each process; a subgraph's own GraphQL lies under it. */
  readonly urls: Readonly<Record<ProcessName, string>>;
  /** Where the health and metrics of each are. */
  readonly internalUrls: Readonly<Record<ProcessName, string>>;
  pids(): Partial<Record<ProcessName, number>>;
  logFileOf(name: ProcessName): string;
  /** Starts one that is not running and waits until it is ready; options given here take the place of the stack's own. */
  start(name: ProcessName, options?: RestartOptions): Promise<void>;
  /** SIGTERM and a new start; the port stays. */
  restart(name: ProcessName, options?: RestartOptions): Promise<void>;
  /** SIGKILL, at once. */
  kill(name: ProcessName): Promise<void>;
  signal(name: ProcessName, signal: NodeJS.Signals): void;
  /** Resolves when the process ends by itself. */
  exitOf(name: ProcessName): Promise<ChildExit>;
  isRunning(name: ProcessName): boolean;
  stop(): Promise<void>;
}

const READY_TIMEOUT_MS = 90_000;
const GATEWAY_GRACE_MS = 2_500;
const GATEWAY_LEAD_MS = 400;
const SERVICE_GRACE_MS = 3_500;

/** Makes the services' users, starts the five subgraphs side by side, then the gateway. All or nothing. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const stack = await prepareStack(options);
  try {
    await Promise.all(SERVICE_NAMES.map((name) => stack.start(name)));
    await stack.start('gateway');
    return stack;
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/** Everything but the start of the processes. */
export async function prepareStack(options: StackOptions): Promise<Stack> {
  const plans = await planFrom(options);
  const children = new Map<ProcessName, Child>();
  const logFileOf = (name: ProcessName) => join(options.logFolder, `${name}.log`);
  const urlsBy = (which: (plan: ProcessPlan) => string) =>
    Object.fromEntries(PROCESS_NAMES.map((name) => [name, which(plans[name])])) as Record<ProcessName, string>;
  const isRunning = (name: ProcessName) => children.get(name)?.hasExited() === false;

  const start = async (name: ProcessName, restart: RestartOptions = {}) => {
    if (isRunning(name)) throw new Error(`${name} is running already.`);
    const startedAt = performance.now();
    const plan = plans[name];
    const child = startChild({
      command: join(options.root, 'node_modules', '.bin', 'node'),
      args: [restart.entry ?? options.entries?.[name] ?? plan.entry],
      cwd: options.root,
      env: { ...inheritedEnvironment(), ...memorySettings(name), ...plan.environment, ...(restart.environment ?? options.environment?.[name]) },
      logFile: logFileOf(name),
    });
    children.set(name, child);
    void child.exit.then((exit) => options.onEvent?.({ type: 'ended', name, exit }));
    await waitUntil(() => isReady(plan), { what: name, timeoutMs: READY_TIMEOUT_MS, child, logFile: logFileOf(name) });
    options.onEvent?.({ type: 'ready', name, afterMs: performance.now() - startedAt });
  };

  return {
    graphUrl: `${plans.gateway.url}/graphql`,
    urls: urlsBy(({ url }) => url),
    internalUrls: urlsBy(({ internalUrl }) => internalUrl),
    logFileOf,
    isRunning,
    start,
    pids: () => Object.fromEntries([...children].filter(([name]) => isRunning(name)).map(([name, { pid }]) => [name, pid])),
    async restart(name, restart) {
      await children.get(name)?.stop(graceOf(name));
      await start(name, restart);
    },
    kill: async (name) => children.get(name)?.kill(),
    signal: (name, signal) => children.get(name)?.signal(signal),
    exitOf: (name) => {
      const child = children.get(name);
      return child === undefined ? Promise.reject(new Error(`${name} was never started.`)) : child.exit;
    },
    // The front door closes first, so that nothing reaches a subgraph that is going away. Both go on serving for a
    // second after the signal, so the subgraphs need not wait for the gateway's end.
    async stop() {
      const gateway = children.get('gateway')?.stop(GATEWAY_GRACE_MS);
      if (isRunning('gateway')) await Promise.race([gateway, sleep(GATEWAY_LEAD_MS)]);
      await Promise.all([gateway, ...SERVICE_NAMES.map(async (name) => children.get(name)?.stop(SERVICE_GRACE_MS))]);
    },
  };
}

async function planFrom(options: StackOptions): Promise<Record<ProcessName, ProcessPlan>> {
  const tenancy = options.tenancy ?? DEFAULT_TENANCY;
  const free = await anyFreePorts(PORT_NAMES.length);
  const ports = PORT_NAMES.map((name, index) => [name, options.ports?.[name] ?? free[index]] as const);
  return planProcesses({
    root: options.root,
    ports: Object.fromEntries(ports) as Ports,
    endpoints: await ensureServiceEndpoints(options.administration, tenancy, options.secrets),
    secrets: options.secrets,
    signingKeysFile: await ensureSigningKeys(options.signingKeysFile),
    smtpUrl: options.smtpUrl,
    logLevel: options.logLevel ?? 'info',
  });
}

async function isReady({ internalUrl }: ProcessPlan): Promise<true | undefined> {
  const response = await fetch(`${internalUrl}/health/ready`, { signal: AbortSignal.timeout(2_000) });
  await response.body?.cancel();
  return response.ok ? true : undefined;
}

/** Only what a process needs of ours: no secret of the launcher's own environment reaches a service by accident. */
function inheritedEnvironment(): Record<string, string | undefined> {
  const names = ['PATH', 'LANG', 'TZ', 'NODE_COMPILE_CACHE', 'NODE_EXTRA_CA_CERTS', 'OTEL_EXPORTER_OTLP_ENDPOINT'];
  return {
    ...Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    APOLLO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    MALLOC_ARENA_MAX: '2',
  };
}

/** Measured: about 35 MB less for an idle process, and as much again for the gateway, which plans queries at its start. */
function memorySettings(name: ProcessName): Environment {
  return { NODE_OPTIONS: `--max-semi-space-size=${name === 'gateway' ? '4' : '8'}` };
}

function graceOf(name: ProcessName): number {
  return name === 'gateway' ? GATEWAY_GRACE_MS : SERVICE_GRACE_MS;
}

