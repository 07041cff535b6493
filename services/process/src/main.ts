import { runService } from '@guiche/kit/lifecycle';
import { createLog } from '@guiche/kit/log';
import { loadConfig } from './config.ts';
import { startProcessService } from './start-process-service.ts';

const config = loadConfig();
await runService({
  log: createLog({ service: 'process', level: config.LOG_LEVEL }),
  start: () => startProcessService(config),
});
