import { readConfig, serviceSettings } from '@guiche/kit/config';
import { z } from 'zod';

/** Settings of this service; the README lists them. */
export const configSchema = serviceSettings.extend({
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().min(3),
  PORTAL_URL: z.url(),
});

export type NotificationConfig = z.output<typeof configSchema>;

/** The only reader of the environment. */
export const loadConfig = (): NotificationConfig => readConfig(configSchema, process.env);
