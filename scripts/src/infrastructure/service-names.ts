export const SERVICE_NAMES = ['identity', 'ticketing', 'process', 'intimation', 'notification'] as const;

export type ServiceName = (typeof SERVICE_NAMES)[number];

/**
 * One installation inside a MongoDB and a RabbitMQ that may hold several: the name of its virtual host,
 * and the beginning of its database and user names.
 */
export interface Tenancy {
  readonly vhost: string;
  readonly databasePrefix: string;
  readonly userPrefix: string;
}

export const DEFAULT_TENANCY: Tenancy = { vhost: 'guiche', databasePrefix: 'guiche_', userPrefix: 'guiche-' };

/** A tenancy of its own for one test run. */
export function tenancyNamed(name: string): Tenancy {
  return { vhost: name, databasePrefix: `${name}_`, userPrefix: `${name}-` };
}

export function databaseOf(service: ServiceName, tenancy: Tenancy): string {
  return `${tenancy.databasePrefix}${service}`;
}

export function userOf(service: ServiceName, tenancy: Tenancy): string {
  return `${tenancy.userPrefix}${service}`;
}
