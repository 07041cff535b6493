import { runService } from '@guiche/kit/lifecycle';
import { createLog } from '@guiche/kit/log';
import { loadConfig } from './config.ts';
import { startNotificationService } from './start-notification-service.ts';

const config = loadConfig();
await runService({
  log: createLog({ service: 'notification', level: config.LOG_LEVEL }),
  start: () => startNotificationService(config),
});
