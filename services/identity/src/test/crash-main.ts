import { runService } from '@guiche/kit/lifecycle';
import { createLog } from '@guiche/kit/log';
import { crashExtras } from '@guiche/kit/testing';
import { loadConfig } from '../config.ts';
import { startIdentityService } from '../start-identity-service.ts';

// The service as main.ts runs it, but with short leases, and for a point named by CRASH_AT at which it kills itself.
const config = loadConfig();
await runService({
  log: createLog({ service: 'identity', level: config.LOG_LEVEL }),
  start: () => startIdentityService(config, crashExtras(process.env['CRASH_AT'])),
});
