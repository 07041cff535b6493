import { createHash, randomBytes } from 'node:crypto';
import { rabbitDefinitions, systemDeclarations } from '@guiche/kit/rabbit';
import { SERVICE_NAMES, userOf } from './service-names.ts';
import type { ServiceName, Tenancy } from './service-names.ts';
import { topologies } from './topologies.ts';

export interface RabbitmqUser {
  readonly name: string;
  readonly password_hash: string;
  readonly hashing_algorithm: 'rabbit_password_hashing_sha256';
  readonly tags: string;
}

export interface RabbitmqPermission {
  readonly user: string;
  readonly vhost: string;
  readonly configure: string;
  readonly write: string;
  readonly read: string;
}

/** What RabbitMQ reads at its start, or is given through its management API. */
export interface RabbitmqDefinitions {
  readonly users: readonly RabbitmqUser[];
  readonly vhosts: readonly { readonly name: string }[];
  readonly permissions: readonly RabbitmqPermission[];
  readonly exchanges: readonly object[];
  readonly queues: readonly object[];
  readonly bindings: readonly object[];
}

export const RABBITMQ_ADMIN = 'guiche-admin';

/**
 * The virtual host of one installation, a user per service, and the exchanges and queues of all: they are there before
 * any service runs, since an event that leaves before a queue is bound never reaches it.
 */
export function tenancyDefinitions(
  tenancy: Tenancy,
  passwords: Readonly<Record<ServiceName, string>>,
  administrator: string,
): RabbitmqDefinitions {
  const { vhost } = tenancy;
  return {
    vhosts: [{ name: vhost }],
    users: SERVICE_NAMES.map((service) => newUser(userOf(service, tenancy), passwords[service], '')),
    permissions: [
      { user: administrator, vhost, configure: '.*', write: '.*', read: '.*' },
      ...SERVICE_NAMES.map((service) => ({ user: userOf(service, tenancy), vhost, ...permissionsOf(service) })),
    ],
    ...rabbitDefinitions(systemDeclarations(topologies), vhost),
  };
}

/** What a broker of our own begins with: an administrator and the default virtual host. */
export function administratorDefinitions(password: string): RabbitmqDefinitions {
  return {
    vhosts: [{ name: '/' }],
    users: [newUser(RABBITMQ_ADMIN, password, 'administrator')],
    permissions: [{ user: RABBITMQ_ADMIN, vhost: '/', configure: '.*', write: '.*', read: '.*' }],
    exchanges: [],
    queues: [],
    bindings: [],
  };
}

/**
 * A service configures and writes only what is its own; it reads its own queues, and the exchanges it may bind
 * them to. Contact data travels on exchanges that only notification may read.
 */
export function permissionsOf(service: ServiceName): Pick<RabbitmqPermission, 'configure' | 'write' | 'read'> {
  const own = String.raw`(ev|retry|dlx)\.${service}(\..*)?|q\.${service}\..*`;
  const bindable = String.raw`ev\.(${SERVICE_NAMES.join('|')})`;
  const contact = service === 'notification' ? String.raw`|ev\.(identity|process)\.contact` : '';
  return {
    configure: `^(${own})$`,
    write: String.raw`^(${own}|ev\.unrouted)$`,
    read: `^(${own}|${bindable}${contact})$`,
  };
}

function newUser(name: string, password: string, tags: string): RabbitmqUser {
  return { name, password_hash: hashPassword(password), hashing_algorithm: 'rabbit_password_hashing_sha256', tags };
}

/** RabbitMQ's own format: base64 of the salt and SHA-256(salt, password). */
export function hashPassword(password: string, salt: Buffer = randomBytes(4)): string {
  const digest = createHash('sha256').update(salt).update(password, 'utf8').digest();
  return Buffer.concat([salt, digest]).toString('base64');
}
