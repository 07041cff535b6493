import { runService } from '@guiche/kit/lifecycle';
import { createLog } from '@guiche/kit/log';
import { crashExtras } from '@guiche/kit/testing';
import { loadConfig } from '../config.ts';
import { startTicketingService } from '../start-ticketing-service.ts';

// The service as main.ts runs it, but for a point named by CRASH_AT at which it kills itself.
const config = loadConfig();
await runService({
  log: createLog({ service: 'ticketing', level: config.LOG_LEVEL }),
  start: () => startTicketingService(config, crashExtras(process.env['CRASH_AT'])),
});
