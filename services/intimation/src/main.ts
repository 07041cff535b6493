import { runService } from '@guiche/kit/lifecycle';
import { createLog } from '@guiche/kit/log';
import { loadConfig } from './config.ts';
import { startIntimationService } from './start-intimation-service.ts';

const config = loadConfig();
await runService({
  log: createLog({ service: 'intimation', level: config.LOG_LEVEL }),
  start: () => startIntimationService(config),
});
