import { describe, expect, it } from '@jest/globals';
import { givenServers } from './given-servers.ts';
import { mongoUrlOf } from './mongo-users.ts';
import { rabbitUrlOf } from './service-endpoints.ts';
import { DEFAULT_TENANCY, tenancyNamed } from './service-names.ts';

describe('the URLs of a service', () => {
  it('keep hosts and options, and have the service\'s own login and database', () => {
    expect(mongoUrlOf('mongodb://root:pw@h1:1,h2:2/admin?replicaSet=r', 'process', DEFAULT_TENANCY, 'p@ss')).toBe(
      'mongodb://guiche-process:p%40ss@h1:1,h2:2/guiche_process?replicaSet=r&authSource=admin',
    );
    expect(mongoUrlOf('mongodb+srv://cluster.example', 'process', tenancyNamed('t1'), 'x')).toBe(
      'mongodb+srv://t1-process:x@cluster.example/t1_process?authSource=admin',
    );
    expect(rabbitUrlOf('amqp://root:pw@h:5672', 'identity', tenancyNamed('t1'), 'p@ss')).toBe('amqp://t1-identity:p%40ss@h:5672/t1');
  });

  it('refuse what is not a MongoDB URL', () => {
    expect(() => mongoUrlOf('http://h', 'process', DEFAULT_TENANCY, 'x')).toThrow('MONGO_URL');
  });
});

describe('servers that the user runs himself', () => {
  it('have their management API at its usual port, with the same login, unless told otherwise', () => {
    expect(givenServers({ RABBITMQ_URL: 'amqp://me:pw@host:5672/x' }).rabbitApiUrl).toBe('http://me:pw@host:15672');
    expect(givenServers({ RABBITMQ_URL: 'amqp://h', RABBITMQ_MANAGEMENT_URL: 'http://a:b@h:1' }).rabbitApiUrl).toBe('http://a:b@h:1');
    expect(givenServers({ MONGO_URL: '' })).toEqual({ mongoUrl: undefined, rabbitUrl: undefined, rabbitApiUrl: undefined });
  });
});
