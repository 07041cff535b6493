import { runService } from '@guiche/kit/lifecycle';
import { createLog } from '@guiche/kit/log';
import { loadConfig } from './config.ts';
import { startIdentityService } from './start-identity-service.ts';

const config = loadConfig();
await runService({
  log: createLog({ service: 'identity', level: config.LOG_LEVEL }),
  start: () => startIdentityService(config),
});
