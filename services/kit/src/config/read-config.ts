import { z } from 'zod';

/**
 * Checks settings against a schema and names every wrong or missing variable at once, without printing values.
 * Throws a plain Error: a service with wrong settings must not start.
 */
export function readConfig<Schema extends z.ZodType>(
  schema: Schema,
  settings: Readonly<Record<string, string | undefined>>,
): z.output<Schema> {
  const parsed = schema.safeParse(settings);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Wrong or missing settings:\n${problems.join('\n')}`);
}

/** Settings that every service has; a service's own schema extends this one. Secrets have no default. */
export const serviceSettings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535),
  HOST: z.string().default('127.0.0.1'),
  MONGO_URL: z.string().startsWith('mongodb'),
  RABBITMQ_URL: z.string().startsWith('amqp'),
  SECRET: z.string().min(32, 'at least 32 characters from a random generator'),
  /** Shared by the gateway and its subgraphs: who shows it is believed where a request comes from. */
  GATEWAY_CREDENTIAL: z.string().min(32, 'at least 32 characters from a random generator'),
  PUBLIC_URL: z.url(),
  JWKS_URL: z.url(),
  TOKEN_ISSUER: z.string().min(1),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
});
