import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInfrastructure, TEST_TRANSACTION_SECONDS } from '../infrastructure/infrastructure.ts';
import type { Infrastructure } from '../infrastructure/infrastructure.ts';
import { findProjectRoot, localFolderIn } from '../infrastructure/local-folder.ts';
import { newSecrets } from '../infrastructure/secrets.ts';
import type { Secrets } from '../infrastructure/secrets.ts';
import { dropTenancy, serviceEndpoints } from '../infrastructure/service-endpoints.ts';
import type { Administration, ServiceEndpoints } from '../infrastructure/service-endpoints.ts';
import { tenancyNamed } from '../infrastructure/service-names.ts';
import type { ServiceName, Tenancy } from '../infrastructure/service-names.ts';
import { startMailbox } from '../mailbox/mailbox.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { newClosers } from './closers.ts';
import { startStack } from './stack.ts';
import type { Stack, StackOptions } from './stack.ts';

export type TestStackOptions = Pick<StackOptions, 'entries' | 'environment'> & {
  /** Names the folder of the logs, so that a failure can be read afterwards. */
  readonly name: string;
  /** MongoDB and RabbitMQ for this stack alone, so that the test may stop them; else those of the test run. */
  readonly ownInfrastructure?: boolean;
};

/** The whole system for one test file: its own databases, virtual host, mailbox and ports. */
export interface TestStack extends Stack {
  readonly mailbox: Mailbox;
  readonly tenancy: Tenancy;
  readonly secrets: Secrets;
  readonly signingKeysFile: string;
  readonly administration: Administration;
  /** Each service's own URLs, as the service itself has them. */
  readonly endpoints: Readonly<Record<ServiceName, ServiceEndpoints>>;
  /** Only with `ownInfrastructure`: to stop, start, kill or pause. */
  readonly infrastructure: Infrastructure | undefined;
}

export async function startTestStack(options: TestStackOptions): Promise<TestStack> {
  const closers = newClosers();
  try {
    return await start(options, closers);
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

async function start(options: TestStackOptions, closers: ReturnType<typeof newClosers>): Promise<TestStack> {
  const root = findProjectRoot();
  const local = localFolderIn(join(root, '.guiche'));
  const folder = await mkdtemp(join(tmpdir(), 'guiche-stack-'));
  closers.add('folder', () => rm(folder, { recursive: true, force: true }));
  const logFolder = join(local.folder, 'test-logs', options.name);
  await rm(logFolder, { recursive: true, force: true });
  await mkdir(logFolder, { recursive: true });

  const secrets = newSecrets();
  const tenancy = tenancyNamed(`e2e${randomBytes(4).toString('hex')}`);
  const infrastructure =
    options.ownInfrastructure === true
      ? await startInfrastructure({ folder, logFolder, cacheFolder: local.cacheFolder, secrets, transactionLifetimeSeconds: TEST_TRANSACTION_SECONDS })
      : undefined;
  if (infrastructure !== undefined) closers.add('infrastructure', () => infrastructure.stop());
  const administration = infrastructure === undefined ? administrationOfTestRun() : administrationOf(infrastructure);
  if (infrastructure === undefined) closers.add('tenancy', () => dropTenancy(administration, tenancy));

  const signingKeysFile = join(folder, 'signing-keys.json');
  const mailbox = await startMailbox({ folder: join(folder, 'mailbox'), smtpPort: 0, httpPort: 0 });
  closers.add('mailbox', () => mailbox.stop());
  const stack = await startStack({
    root,
    logFolder,
    signingKeysFile,
    secrets,
    administration,
    tenancy,
    smtpUrl: mailbox.smtpUrl,
    ...(options.entries === undefined ? {} : { entries: options.entries }),
    ...(options.environment === undefined ? {} : { environment: options.environment }),
  });
  closers.add('processes', () => stack.stop());
  return {
    ...stack,
    mailbox,
    tenancy,
    secrets,
    signingKeysFile,
    administration,
    endpoints: serviceEndpoints(administration, tenancy, secrets),
    infrastructure,
    async stop() {
      const [first] = await closers.closeAll();
      if (first !== undefined) throw first;
    },
  };
}

export function administrationOf({ mongo, rabbit }: Infrastructure): Administration {
  return { mongoUrl: mongo.url, rabbitUrl: rabbit.url, rabbitApiUrl: rabbit.apiUrl };
}

/** The MongoDB and RabbitMQ that `npm test` started. */
export function administrationOfTestRun(): Administration {
  return {
    mongoUrl: setting('TEST_MONGO_URL'),
    rabbitUrl: setting('TEST_RABBITMQ_URL'),
    rabbitApiUrl: setting('TEST_RABBITMQ_API'),
  };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: run the tests with npm test`);
  return value;
}
