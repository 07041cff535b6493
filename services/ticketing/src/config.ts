import { readConfig, serviceSettings } from '@guiche/kit/config';
import type { ServiceSettings } from '@guiche/kit/host';

/** Settings of this service; the README lists them. */
export const configSchema = serviceSettings;

export type TicketingConfig = ServiceSettings;

/** The only reader of the environment. */
export const loadConfig = (): TicketingConfig => readConfig(configSchema, process.env);
