import { readConfig, serviceSettings } from '@guiche/kit/config';
import { z } from 'zod';

/** Settings of this service; the README lists them. */
export const configSchema = serviceSettings.extend({
  /** JWKS with the private ES256 keys, mode 0600; the first one signs, the others are still verified. */
  SIGNING_KEYS_FILE: z.string().min(1),
});

export type IdentityConfig = z.output<typeof configSchema>;

/** The only reader of the environment. */
export const loadConfig = (): IdentityConfig => readConfig(configSchema, process.env);
