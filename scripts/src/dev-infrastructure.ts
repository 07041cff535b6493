import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startInfrastructure, TEST_TRANSACTION_SECONDS } from './infrastructure/infrastructure.ts';
import { findProjectRoot } from './infrastructure/local-folder.ts';
import { loadOrCreateSecrets, writeOwnerOnly } from './infrastructure/secrets.ts';
import { onInterruption } from './stack/interruption.ts';

// `npm run infrastructure`: a MongoDB and a RabbitMQ that stay, for a developer who runs single specs (README.md).
const root = findProjectRoot();
const folder = join(root, '.guiche', 'test-infrastructure');
const environmentFile = join(root, '.guiche', 'test-infrastructure.env');

await mkdir(folder, { recursive: true, mode: 0o700 });
const infrastructure = await startInfrastructure({
  transactionLifetimeSeconds: TEST_TRANSACTION_SECONDS,
  folder,
  logFolder: join(folder, 'logs'),
  cacheFolder: join(root, '.guiche', 'cache'),
  secrets: await loadOrCreateSecrets(join(folder, 'secrets.json')),
  onLine: (line) => console.log(line),
});
await writeOwnerOnly(
  environmentFile,
  [
    `export TEST_MONGO_URL='${infrastructure.mongo.url}'`,
    `export TEST_RABBITMQ_URL='${infrastructure.rabbit.url}'`,
    `export TEST_RABBITMQ_API='${infrastructure.rabbit.apiUrl}'`,
    '',
  ].join('\n'),
);
console.log(`Ready. In another terminal:  . ${environmentFile}`);

onInterruption(() => void infrastructure.stop().then(() => process.exit(0)));
