import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInfrastructure, TEST_TRANSACTION_SECONDS } from '../infrastructure/infrastructure.ts';
import { findProjectRoot, localFolderIn } from '../infrastructure/local-folder.ts';
import { loadOrCreateSecrets } from '../infrastructure/secrets.ts';

interface TestServers {
  readonly mongoUrl: string;
  readonly mongoPid: number;
}

/**
 * A MongoDB and a RabbitMQ for this bench alone, where what tests are built with finds them; gone afterwards, unless
 * they are in a `folder` to `keep`. With `briefTransactions` those of processes that were killed end as soon as in tests.
 */
export async function withTestServers(
  measure: (servers: TestServers) => Promise<void>,
  { keep = false, briefTransactions = false, ...options }: { folder?: string; keep?: boolean; cacheGigabytes?: number; briefTransactions?: boolean } = {},
): Promise<void> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'guiche-bench-')));
  const { cacheFolder } = localFolderIn(join(findProjectRoot(), '.guiche'));
  const secrets = await loadOrCreateSecrets(join(folder, 'secrets.json'));
  const { mongo, rabbit, stop } = await startInfrastructure({ ...options, ...(briefTransactions ? { transactionLifetimeSeconds: TEST_TRANSACTION_SECONDS } : {}), folder, logFolder: folder, cacheFolder, secrets });
  try {
    process.env['TEST_MONGO_URL'] = mongo.url;
    process.env['TEST_RABBITMQ_URL'] = rabbit.url;
    process.env['TEST_RABBITMQ_API'] = rabbit.apiUrl;
    const [mongoPid = 0] = mongo.pids();
    await measure({ mongoUrl: mongo.url, mongoPid });
  } finally {
    await stop();
    if (!keep) await rm(folder, { recursive: true, force: true });
  }
}
