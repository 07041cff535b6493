import { runService } from '@guiche/kit/lifecycle';
import { createLog } from '@guiche/kit/log';
import { crashExtras } from '@guiche/kit/testing';
import { loadConfig } from '../config.ts';
import { startProcessService } from '../start-process-service.ts';

// The service as main.ts runs it, but with short leases, and for a point named by CRASH_AT at which it kills itself.
const config = loadConfig();
await runService({
  log: createLog({ service: 'process', level: config.LOG_LEVEL }),
  start: () => startProcessService(config, crashExtras(process.env['CRASH_AT'])),
});
