import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { brokerPermissions } from '@guiche/kit/rabbit';
import { administratorDefinitions, hashPassword, permissionsOf, tenancyDefinitions } from './rabbitmq-definitions.ts';
import { DEFAULT_TENANCY, SERVICE_NAMES } from './service-names.ts';
import type { ServiceName } from './service-names.ts';
import { topologies } from './topologies.ts';

const passwords = Object.fromEntries(SERVICE_NAMES.map((name) => [name, `password of ${name}`])) as Record<ServiceName, string>;
const definitions = tenancyDefinitions(DEFAULT_TENANCY, passwords, 'admin');

function may(service: ServiceName, right: 'configure' | 'write' | 'read', name: string): boolean {
  return new RegExp(permissionsOf(service)[right]).test(name);
}

describe('what a service may do at the broker', () => {
  const own = ['ev.process', 'retry.process', 'dlx.process', 'q.process.events', 'q.process.retry.10s', 'q.process.parking'];
  it.each(own)('process may make, write and read its own %s', (name) => {
    expect([may('process', 'configure', name), may('process', 'write', name), may('process', 'read', name)]).toEqual([true, true, true]);
  });

  const foreign = ['ev.identity', 'retry.identity', 'q.identity.events', 'q.identity.parking', 'q.unrouted', 'amq.default', '', 'amq.topic'];
  it.each(foreign)('process may neither make nor write %p', (name) => {
    expect([may('process', 'configure', name), may('process', 'write', name)]).toEqual([false, false]);
  });

  it.each(foreign.filter((name) => name !== 'ev.identity'))('process may not read %p', (name) => {
    expect(may('process', 'read', name)).toBe(false);
  });

  it('every service may bind to the events of every other, and hand on what nobody wanted', () => {
    for (const service of SERVICE_NAMES) {
      for (const other of SERVICE_NAMES) expect(may(service, 'read', `ev.${other}`)).toBe(true);
      expect(may(service, 'write', 'ev.unrouted')).toBe(true);
      expect(may(service, 'configure', 'ev.unrouted')).toBe(false);
    }
  });

  it.each(['identity', 'process'] as const)('contact data of %s is read by notification only, besides the service that sends it', (sender) => {
    const exchange = `ev.${sender}.contact`;
    expect(SERVICE_NAMES.filter((service) => may(service, 'read', exchange)).sort()).toEqual([sender, 'notification'].sort());
    expect(SERVICE_NAMES.filter((service) => may(service, 'write', exchange))).toEqual([sender]);
  });

  it('a name that only begins or ends like an own one is not an own one', () => {
    for (const name of ['q.processes.events', 'xq.process.events', 'ev.process2', 'q.process', 'ev.process\nev.identity.contact']) {
      expect(may('process', 'write', name)).toBe(false);
    }
  });
});

describe('definitions of a tenancy', () => {
  it('hold one user per service, without tags, limited to the virtual host', () => {
    expect(definitions.users.map(({ name, tags }) => [name, tags])).toEqual(SERVICE_NAMES.map((name) => [`guiche-${name}`, '']));
    expect(new Set(definitions.permissions.map(({ vhost }) => vhost))).toEqual(new Set(['guiche']));
  });

  it('hold no password, only salted hashes that differ for equal passwords', () => {
    expect(JSON.stringify(definitions)).not.toContain('password of');
    expect(hashPassword('x')).not.toBe(hashPassword('x'));
    const salt = Buffer.from([1, 2, 3, 4]);
    const bytes = Buffer.from(hashPassword('segredo', salt), 'base64');
    expect(bytes.subarray(0, 4)).toEqual(salt);
    expect(bytes.subarray(4)).toEqual(createHash('sha256').update(salt).update('segredo').digest());
  });

  it('hold the operator\'s place for events that nobody wanted', () => {
    expect(definitions.exchanges).toContainEqual(expect.objectContaining({ name: 'ev.unrouted', durable: true }));
    expect(definitions.bindings).toContainEqual(expect.objectContaining({ source: 'ev.unrouted', destination: 'q.unrouted' }));
  });

  it('make no administrator: only a broker of our own begins with one', () => {
    expect(definitions.users.some(({ tags }) => tags === 'administrator')).toBe(false);
    expect(administratorDefinitions('secret').users.map(({ tags }) => tags)).toEqual(['administrator']);
  });

  it.each(topologies)('allow $service all that it declares, publishes and listens to', (topology) => {
    const service = SERVICE_NAMES.find((name) => name === topology.service);
    if (service === undefined) throw new Error(`${topology.service} is no service`);
    const needed = brokerPermissions(topology);
    for (const right of ['configure', 'write', 'read'] as const) {
      for (const name of namesIn(needed[right])) expect([right, name, may(service, right, name)]).toEqual([right, name, true]);
    }
  });

  it('hold every queue that a service listens with, bound before anything is said', () => {
    for (const { service, bindings } of topologies) {
      for (const { exchange, key } of bindings) {
        expect(definitions.bindings).toContainEqual(
          expect.objectContaining({ source: exchange, destination: `q.${service}.events`, routing_key: key }),
        );
      }
    }
  });
});

/** The names an exact permission such as `^(ev\.process|q\.process\.events)$` consists of. */
function namesIn(pattern: string): string[] {
  return pattern.slice(2, -2).split('|').map((name) => name.replaceAll('\\.', '.'));
}
