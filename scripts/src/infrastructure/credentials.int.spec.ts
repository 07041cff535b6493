import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'amqplib';
import type { Channel, ChannelModel } from 'amqplib';
import mongoose from 'mongoose';
import { administrationOfTestRun } from '../stack/test-stack.ts';
import { newSecrets } from './secrets.ts';
import { dropTenancy, ensureServiceEndpoints } from './service-endpoints.ts';
import type { ServiceEndpoints } from './service-endpoints.ts';
import { databaseOf, tenancyNamed } from './service-names.ts';
import type { ServiceName } from './service-names.ts';

const { MongoClient } = mongoose.mongo;

describe('the credentials of one service', () => {
  const administration = administrationOfTestRun();
  const tenancy = tenancyNamed(`cred${randomBytes(4).toString('hex')}`);
  const secrets = newSecrets();
  let endpoints: Record<ServiceName, ServiceEndpoints>;
  beforeAll(async () => {
    endpoints = await ensureServiceEndpoints(administration, tenancy, secrets);
  });
  afterAll(() => dropTenancy(administration, tenancy));

  describe('at MongoDB', () => {
    async function asService<T>(service: ServiceName, use: (client: InstanceType<typeof MongoClient>) => Promise<T>): Promise<T> {
      const client = new MongoClient(endpoints[service].mongoUrl);
      try {
        return await use(await client.connect());
      } finally {
        await client.close();
      }
    }

    it('read and write its own database', async () => {
      const found = await asService('identity', async (client) => {
        const persons = client.db().collection('persons');
        await persons.createIndex({ cpf: 1 }, { unique: true });
        await client.withSession((session) =>
          session.withTransaction(() => persons.insertOne({ cpf: '1' }, { session })),
        );
        return { database: client.db().databaseName, count: await persons.countDocuments() };
      });
      expect(found).toEqual({ database: databaseOf('identity', tenancy), count: 1 });
    });

    it('neither read nor write another service\'s database, nor see which there are', async () => {
      await asService('process', async (client) => {
        const foreign = client.db(databaseOf('identity', tenancy)).collection('persons');
        await expect(foreign.findOne({})).rejects.toMatchObject({ codeName: 'Unauthorized' });
        await expect(foreign.insertOne({ cpf: '2' })).rejects.toMatchObject({ codeName: 'Unauthorized' });
        await expect(foreign.aggregate([{ $match: {} }]).toArray()).rejects.toMatchObject({ codeName: 'Unauthorized' });
        const lookup = client.db().collection('any').aggregate([{ $unionWith: { db: databaseOf('identity', tenancy), coll: 'persons' } }]);
        await expect(lookup.toArray()).rejects.toThrow();
        await expect(client.db('admin').collection('system.users').findOne({})).rejects.toMatchObject({ codeName: 'Unauthorized' });
        const { databases } = await client.db('admin').admin().listDatabases();
        expect(databases.map(({ name }) => name).filter((name) => name !== databaseOf('process', tenancy))).toEqual([]);
      });
    });

    it('nobody enters without a login', async () => {
      const url = administration.mongoUrl.replace(/\/\/[^@]*@/, '//').replace(/authSource=[^&]*/, '');
      const client = new MongoClient(url);
      await client.connect();
      await expect(client.db(databaseOf('identity', tenancy)).collection('persons').findOne({})).rejects.toThrow(/requires authentication/);
      await client.close();
    });
  });

  describe('at RabbitMQ', () => {
    /** Does one thing on a channel of its own, since a refusal closes the channel. */
    async function asService<T>(service: ServiceName, use: (channel: Channel) => Promise<T>): Promise<T> {
      const connection: ChannelModel = await connect(endpoints[service].rabbitUrl);
      try {
        const channel = await connection.createChannel();
        channel.on('error', () => undefined);
        return await use(channel);
      } finally {
        await connection.close().catch(() => undefined);
      }
    }
    const refused = { code: 403 };
    const quorum = { durable: true, arguments: { 'x-queue-type': 'quorum' } };

    it('make own exchanges and queues, dead letters and retries included, and bind them to what others say in public', async () => {
      await asService('process', async (channel) => {
        await channel.assertExchange('ev.process.test', 'topic', { alternateExchange: 'ev.unrouted' });
        await channel.assertExchange('retry.process.test', 'direct');
        await channel.assertQueue('q.process.test', quorum);
        await channel.assertQueue('q.process.retry.test', {
          ...quorum,
          arguments: { ...quorum.arguments, 'x-dead-letter-exchange': 'retry.process.test', 'x-message-ttl': 1000 },
        });
        await channel.bindQueue('q.process.test', 'retry.process.test', 'now');
        await channel.bindQueue('q.process.test', 'ev.identity', 'unit.#');
      });
    });

    it('neither read, empty nor delete another service\'s queue', async () => {
      await expect(asService('process', (channel) => channel.get('q.identity.events'))).rejects.toMatchObject(refused);
      await expect(asService('process', (channel) => channel.consume('q.identity.events', () => undefined))).rejects.toMatchObject(refused);
      await expect(asService('process', (channel) => channel.purgeQueue('q.identity.events'))).rejects.toMatchObject(refused);
      await expect(asService('process', (channel) => channel.deleteQueue('q.identity.events'))).rejects.toMatchObject(refused);
    });

    it('neither publish as another service nor straight into a queue', async () => {
      const publish = (exchange: string, key: string) =>
        asService('process', async (channel) => {
          const closed = new Promise((_, reject) => channel.once('error', reject));
          channel.publish(exchange, key, Buffer.from('x'));
          await Promise.race([closed, channel.checkQueue('q.process.test')]);
        });
      await expect(publish('ev.identity', 'person.person-registered.v1')).rejects.toMatchObject(refused);
      await expect(publish('', 'q.identity.events')).rejects.toMatchObject(refused);
    });

    it('listen to contact data only as notification', async () => {
      const listen = (service: ServiceName) =>
        asService(service, async (channel) => {
          await channel.assertQueue(`q.${service}.test`, quorum);
          await channel.bindQueue(`q.${service}.test`, 'ev.identity.contact', '#');
        });
      await expect(listen('notification')).resolves.toBeUndefined();
      for (const service of ['process', 'ticketing', 'intimation'] as const) await expect(listen(service)).rejects.toMatchObject(refused);
    });

    it('enter no other virtual host', async () => {
      const url = new URL(endpoints.process.rabbitUrl);
      url.pathname = '/%2f';
      await expect(connect(url.toString())).rejects.toThrow('ConnectionClose');
    });
  });
});
