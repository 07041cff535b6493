import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Listr } from 'listr2';
import { writeSupergraph } from './compose-supergraph.ts';
import { GraphRefusal } from './graph/graph-client.ts';
import { nextFreePort } from './infrastructure/free-port.ts';
import { givenServers, reachableApi } from './infrastructure/given-servers.ts';
import { startPrivateMongod, startPrivateRabbitmq } from './infrastructure/infrastructure.ts';
import { findProjectRoot, localFolderIn } from './infrastructure/local-folder.ts';
import { loadOrCreateSecrets } from './infrastructure/secrets.ts';
import type { Secrets } from './infrastructure/secrets.ts';
import type { Administration } from './infrastructure/service-endpoints.ts';
import { SERVICE_NAMES } from './infrastructure/service-names.ts';
import { startMailbox } from './mailbox/mailbox.ts';
import type { Mailbox } from './mailbox/mailbox.ts';
import { seed } from './seed.ts';
import type { SeededLogin } from './seed.ts';
import { newClosers } from './stack/closers.ts';
import { onInterruption } from './stack/interruption.ts';
import { DEFAULT_PORTS, PORT_NAMES, PROCESS_NAMES } from './stack/process-plans.ts';
import type { Ports, ProcessName } from './stack/process-plans.ts';
import { holdState, markOf } from './stack/running-state.ts';
import type { HeldState } from './stack/running-state.ts';
import { prepareStack } from './stack/stack.ts';
import type { Stack } from './stack/stack.ts';
import { alreadyRunningText, readyText } from './stack/start-texts.ts';

// `npm start`: everything of this machine's Guichê, until Ctrl-C. See README.md.
interface Context {
  secrets: Secrets;
  mongoUrl: string;
  rabbitUrl: string;
  rabbitApiUrl: string | undefined;
  mailbox: Mailbox;
  stack: Stack;
  logins: readonly SeededLogin[];
}

const USUAL_PORTS = { mongo: 27_117, amqp: 5_772, management: 15_772, smtp: 4_025, mailbox: 4_080 };
const MOST_LOG_BYTES = 20 * 1024 * 1024;
const STOP_WITHIN_MS = 9_000;

const root = findProjectRoot();
const local = localFolderIn(join(root, '.guiche'));
const given = givenServers(process.env);
const closers = newClosers();
const pids = new Map<string, () => readonly number[]>();
const servers: (() => Promise<void>)[] = [];
let stopping = false;

await mkdir(local.folder, { recursive: true, mode: 0o700 });
const held = await holdState(local.stateFile);
if ('heldBy' in held) {
  console.log(alreadyRunningText(held.heldBy));
  process.exit(1);
}
closers.add('servers', () => Promise.all(servers.map((stop) => stop())));
onInterruption(() => void stopAll(held, 0));
await begin(held);

async function begin(state: HeldState): Promise<void> {
  const startedAt = performance.now();
  try {
    await keepLogsSmall();
    const context = await tasks(state).run();
    const servers = { mongodb: withoutLogin(context.mongoUrl), rabbitmq: withoutLogin(context.rabbitUrl) };
    await state.update({ children: marks(), urls: { graph: context.stack.graphUrl, mailbox: context.mailbox.url, ...servers } });
    console.log(
      readyText({
        graphUrl: context.stack.graphUrl,
        mailboxUrl: context.mailbox.url,
        logins: context.logins,
        seconds: (performance.now() - startedAt) / 1000,
      }),
    );
  } catch (error) {
    if (stopping) return;
    console.error(`\nGuichê could not start: ${reasonOf(error)}`);
    await stopAll(state, 1);
  }
}

/** A refusal of the graph carries more than its message, for example which field is wrong. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof GraphRefusal ? `${message}\n${JSON.stringify(error.details, null, 2)}` : message;
}

function tasks(state: HeldState): Listr<Context> {
  const remember = () => state.update({ children: marks() });
  return new Listr<Context>(
    [
      {
        title: 'Secrets and signing keys',
        task: async (context) => void (context.secrets = await loadOrCreateSecrets(local.secretsFile)),
      },
      {
        title: 'MongoDB, RabbitMQ, mailbox',
        task: (_, task) =>
          task.newListr(
            [
              {
                title: 'MongoDB',
                task: async (context, own) => {
                  context.mongoUrl = given.mongoUrl ?? (await bringMongod(context, (line) => (own.output = line)));
                  own.title = given.mongoUrl === undefined ? 'MongoDB' : 'MongoDB (yours, by MONGO_URL)';
                  await remember();
                },
              },
              {
                title: 'RabbitMQ',
                task: async (context, own) => {
                  if (given.rabbitUrl === undefined) {
                    await bringRabbitmq(context, (line) => (own.output = line));
                  } else {
                    context.rabbitUrl = given.rabbitUrl;
                    context.rabbitApiUrl = await reachableApi(given.rabbitApiUrl);
                    own.title = `RabbitMQ (yours, by RABBITMQ_URL${context.rabbitApiUrl === undefined ? '; one login for all: no management API' : ''})`;
                  }
                  await remember();
                },
              },
              {
                title: 'Mailbox',
                task: async (context) => {
                  context.mailbox = await startMailbox({
                    folder: local.mailboxFolder,
                    smtpPort: await nextFreePort(USUAL_PORTS.smtp),
                    httpPort: await nextFreePort(USUAL_PORTS.mailbox),
                  });
                  servers.push(() => context.mailbox.stop());
                },
              },
            ],
            { concurrent: true },
          ),
      },
      { title: 'Supergraph composed from the schemas', task: () => writeSupergraph() },
      {
        title: 'Services',
        task: async (context, task) => {
          context.stack = await prepareServices(context, state);
          return task.newListr(
            [
              {
                title: 'Subgraphs',
                task: (_, own) =>
                  own.newListr(SERVICE_NAMES.map((name) => processTask(name)), { concurrent: true }),
              },
              processTask('gateway'),
            ],
            { rendererOptions: { collapseSubtasks: false } },
          );
        },
      },
      {
        title: 'Seed data',
        task: async (context, task) => {
          const report = (line: string) => (task.output = line);
          context.logins = await seed({
            graphUrl: context.stack.graphUrl,
            issuer: context.stack.urls.gateway,
            signingKeysFile: local.signingKeysFile,
            secrets: context.secrets,
            report,
          });
        },
      },
    ],
    { fallbackRendererCondition: () => !process.stdout.isTTY, registerSignalListeners: false },
  );
}

function processTask(name: ProcessName): { title: string; task: (context: Context) => Promise<void> } {
  return { title: name, task: ({ stack }) => stack.start(name) };
}

async function bringMongod({ secrets }: Context, onLine: (line: string) => void): Promise<string> {
  const mongod = await startPrivateMongod({ ...infrastructureOptions(secrets), onLine });
  pids.set('mongodb', () => mongod.pids());
  servers.push(() => mongod.stop());
  return mongod.url;
}

async function bringRabbitmq(context: Context, onLine: (line: string) => void): Promise<void> {
  const rabbit = await startPrivateRabbitmq({ ...infrastructureOptions(context.secrets), onLine });
  pids.set('rabbitmq', () => rabbit.pids());
  servers.push(() => rabbit.stop());
  context.rabbitUrl = rabbit.url;
  context.rabbitApiUrl = rabbit.apiUrl;
}

function infrastructureOptions(secrets: Secrets) {
  const { dataFolder, logFolder, cacheFolder } = local;
  return { folder: dataFolder, logFolder, cacheFolder, secrets, wantedPorts: USUAL_PORTS };
}

async function prepareServices(context: Context, state: HeldState): Promise<Stack> {
  const { mongoUrl, rabbitUrl, rabbitApiUrl } = context;
  const administration: Administration = { mongoUrl, rabbitUrl, ...(rabbitApiUrl === undefined ? {} : { rabbitApiUrl }) };
  const stack = await prepareStack({
    root,
    logFolder: local.logFolder,
    signingKeysFile: local.signingKeysFile,
    secrets: context.secrets,
    administration,
    smtpUrl: context.mailbox.smtpUrl,
    ports: await freePorts(),
    environment: { gateway: { EXPLORER: 'on' } },
    onEvent: (event) => {
      if (stopping) return;
      void state.update({ children: marks() });
      if (event.type === 'ended') {
        console.error(`\n${event.name} has ended: \`npm run logs -- ${event.name}\` shows why.`);
      }
    },
  });
  pids.set('processes', () => Object.values(stack.pids()));
  closers.add('services', () => stack.stop());
  return stack;
}

async function freePorts(): Promise<Ports> {
  const taken = new Set<number>();
  const ports: [string, number][] = [];
  for (const name of PORT_NAMES) {
    const port = await nextFreePort(DEFAULT_PORTS[name], taken);
    taken.add(port);
    ports.push([name, port]);
  }
  return Object.fromEntries(ports) as Ports;
}

/** The state file is for other commands, which read secrets where secrets are kept. */
function withoutLogin(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}

function marks() {
  return [...pids.values()].flatMap((each) => each().map(markOf));
}

async function keepLogsSmall(): Promise<void> {
  await mkdir(local.logFolder, { recursive: true });
  for (const name of [...PROCESS_NAMES, 'mongodb', 'rabbitmq']) {
    const file = join(local.logFolder, `${name}.log`);
    const size = await stat(file).then((entry) => entry.size, () => 0);
    if (size > MOST_LOG_BYTES) await rename(file, `${file}.1`);
  }
}

async function stopAll(state: HeldState, code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping; the data stays.');
  // What hangs dies with this process.
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  for (const error of await closers.closeAll()) console.error(error.message);
  await state.release();
  process.exit(code);
}
