import { runService } from '@guiche/kit/lifecycle';
import { createLog } from '@guiche/kit/log';
import { loadConfig } from './config.ts';
import { startTicketingService } from './start-ticketing-service.ts';

const config = loadConfig();
await runService({
  log: createLog({ service: 'ticketing', level: config.LOG_LEVEL }),
  start: () => startTicketingService(config),
});
