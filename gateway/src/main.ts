import { runService } from '@guiche/kit/lifecycle';
import { createLog } from '@guiche/kit/log';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from './config.ts';
import { startGateway } from './server.ts';

const config = loadConfig();
const log = createLog({ service: 'gateway', level: config.LOG_LEVEL });
const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

await runService({
  log,
  start: () =>
    startGateway(
      config,
      { supergraphSdl: read('supergraph.graphql'), documents: globSync('documents/*.graphql', { cwd: root }).sort().map(read) },
      log,
    ),
});
