import { readConfig, serviceSettings } from '@guiche/kit/config';
import { z } from 'zod';

const baseUrl = z.url().transform((url) => url.replace(/\/+$/, ''));

const origins = z
  .string()
  .default('')
  .transform((list) => list.split(',').map((origin) => origin.trim()).filter((origin) => origin !== ''))
  .pipe(z.array(z.url().refine((origin) => URL.parse(origin)?.origin === origin, 'an origin has no path')));

/** Settings of the gateway; the table in README.md explains each. It signs nothing and stores nothing; its one secret shows the subgraphs who it is. */
export const configSchema = serviceSettings
  .pick({
    PORT: true,
    HOST: true,
    GATEWAY_CREDENTIAL: true,
    PUBLIC_URL: true,
    JWKS_URL: true,
    TOKEN_ISSUER: true,
    LOG_LEVEL: true,
    OTEL_EXPORTER_OTLP_ENDPOINT: true,
  })
  .extend({
    INTERNAL_PORT: z.coerce.number().int().min(0).max(65_535),
    IDENTITY_URL: baseUrl,
    TICKETING_URL: baseUrl,
    PROCESS_URL: baseUrl,
    INTIMATION_URL: baseUrl,
    NOTIFICATION_URL: baseUrl,
    CORS_ORIGINS: origins,
    EXPLORER: z.enum(['on', 'off']).default('off'),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    REQUEST_DEADLINE_MS: z.coerce.number().int().min(100).max(60_000).default(10_000),
    SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().min(100).max(60_000).default(8_000),
    FILE_LIMIT_BYTES: z.coerce.number().int().min(1).default(64 * 1024 * 1024),
  });

export type GatewayConfig = z.output<typeof configSchema>;

export const loadConfig = (): GatewayConfig => readConfig(configSchema, process.env);

/** Base URL of each service by its name in the supergraph. */
export function serviceUrls(config: GatewayConfig): ReadonlyMap<string, string> {
  return new Map([
    ['identity', config.IDENTITY_URL],
    ['ticketing', config.TICKETING_URL],
    ['process', config.PROCESS_URL],
    ['intimation', config.INTIMATION_URL],
    ['notification', config.NOTIFICATION_URL],
  ]);
}

/** @apollo/gateway sends usage data unless the environment says no; it does say no, whoever starts us. */
export function refuseVendorTelemetry(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
}
