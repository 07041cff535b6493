import { runService } from '@guiche/kit/lifecycle';
import { createLog } from '@guiche/kit/log';
import { join } from 'node:path';
import { readCommittedGraph } from './committed-graph.ts';
import { loadConfig } from './config.ts';
import { startGateway } from './server.ts';

const config = loadConfig();
const log = createLog({ service: 'gateway', level: config.LOG_LEVEL, batched: true });
const graph = readCommittedGraph(join(import.meta.dirname, '..'));

await runService({ log, start: () => startGateway(config, graph, log) });
