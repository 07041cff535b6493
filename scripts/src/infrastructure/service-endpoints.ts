import { rabbitPasswords, mongoPasswords } from './infrastructure.ts';
import { dropMongoTenancy, ensureMongoUsers, mongoUrlOf } from './mongo-users.ts';
import { callManagementApi } from './rabbitmq-api.ts';
import { tenancyDefinitions } from './rabbitmq-definitions.ts';
import type { Secrets } from './secrets.ts';
import { SERVICE_NAMES, userOf } from './service-names.ts';
import type { ServiceName, Tenancy } from './service-names.ts';

/** What the administrator of a MongoDB and a RabbitMQ gives us to make a tenancy in them. */
export interface Administration {
  readonly mongoUrl: string;
  readonly rabbitUrl: string;
  /** The management API with credentials; without it no RabbitMQ users can be made, and the URL is used as it is. */
  readonly rabbitApiUrl?: string;
}

export interface ServiceEndpoints {
  readonly mongoUrl: string;
  readonly rabbitUrl: string;
}

/** Makes every service's own users, limited to its own database and queues, and gives their URLs. Safe to repeat. */
export async function ensureServiceEndpoints(
  administration: Administration,
  tenancy: Tenancy,
  secrets: Secrets,
): Promise<Record<ServiceName, ServiceEndpoints>> {
  const { mongoUrl, rabbitApiUrl } = administration;
  await ensureMongoUsers(mongoUrl, tenancy, mongoPasswords(secrets));
  if (rabbitApiUrl !== undefined) {
    const administrator = decodeURIComponent(new URL(rabbitApiUrl).username);
    const definitions = tenancyDefinitions(tenancy, rabbitPasswords(secrets), administrator);
    await callManagementApi(rabbitApiUrl, 'POST', '/api/definitions', definitions);
  }
  return serviceEndpoints(administration, tenancy, secrets);
}

export function serviceEndpoints(
  { mongoUrl, rabbitUrl, rabbitApiUrl }: Administration,
  tenancy: Tenancy,
  secrets: Secrets,
): Record<ServiceName, ServiceEndpoints> {
  const entries = SERVICE_NAMES.map((service) => {
    const { mongoPassword, rabbitPassword } = secrets.services[service];
    return [
      service,
      {
        mongoUrl: mongoUrlOf(mongoUrl, service, tenancy, mongoPassword),
        rabbitUrl: rabbitApiUrl === undefined ? rabbitUrl : rabbitUrlOf(rabbitUrl, service, tenancy, rabbitPassword),
      },
    ] as const;
  });
  return Object.fromEntries(entries) as Record<ServiceName, ServiceEndpoints>;
}

/** Forgets a tenancy made for a test: databases, virtual host, users. */
export async function dropTenancy({ mongoUrl, rabbitApiUrl }: Administration, tenancy: Tenancy): Promise<void> {
  await dropMongoTenancy(mongoUrl, tenancy);
  if (rabbitApiUrl === undefined) return;
  await callManagementApi(rabbitApiUrl, 'DELETE', `/api/vhosts/${encodeURIComponent(tenancy.vhost)}`);
  for (const service of SERVICE_NAMES) {
    await callManagementApi(rabbitApiUrl, 'DELETE', `/api/users/${encodeURIComponent(userOf(service, tenancy))}`);
  }
}

export function rabbitUrlOf(rabbitUrl: string, service: ServiceName, tenancy: Tenancy, password: string): string {
  const url = new URL(rabbitUrl);
  url.username = encodeURIComponent(userOf(service, tenancy));
  url.password = encodeURIComponent(password);
  url.pathname = `/${encodeURIComponent(tenancy.vhost)}`;
  return url.toString();
}
