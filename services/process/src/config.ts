import { z } from 'zod';
import { readConfig, serviceSettings } from '@guiche/kit/config';

/** Settings of this service; the README lists them. */
export const configSchema = serviceSettings.extend({
  /** Bases that signed paths of other services' files are resolved against. */
  TICKETING_URL: z.url(),
  IDENTITY_URL: z.url(),
});

export type ProcessConfig = z.output<typeof configSchema>;

/** The only reader of the environment. */
export const loadConfig = (): ProcessConfig => readConfig(configSchema, process.env);
