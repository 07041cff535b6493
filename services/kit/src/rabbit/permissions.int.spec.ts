import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '../testing/index.ts';
import { brokerPermissions, connectBroker, createPublisher, startConsumer } from './index.ts';
import type { Broker, ServiceTopology } from './index.ts';
import { consumer, jsonCodec, producer, rig, silent } from './test/rig.ts';
import type { Rig } from './test/rig.ts';

let stage: Rig;
const users: string[] = [];
const brokers: Broker[] = [];
beforeAll(async () => {
  stage = await rig();
});
afterAll(async () => {
  await Promise.all(brokers.map((broker) => broker.close()));
  for (const user of users) await stage.vhost.api.request('DELETE', `/api/users/${user}`);
  await stage.close();
});

/** The broker as the user of one service sees it. */
async function brokerOf(topology: ServiceTopology): Promise<Broker> {
  const user = `test-${topology.service}-${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  await stage.vhost.api.request('PUT', `/api/users/${user}`, { password, tags: '' });
  users.push(user);
  await stage.vhost.api.request('PUT', `/api/permissions/{vhost}/${user}`, brokerPermissions(topology));
  const url = new URL(stage.vhost.url);
  url.username = user;
  url.password = password;
  const broker = await connectBroker({ url: url.href, log: silent });
  brokers.push(broker);
  return broker;
}

describe('a broker user with the permissions of one service', () => {
  it('can do all the service needs: declare, bind, publish, consume and park', async () => {
    const publisher = createPublisher(await brokerOf(producer), { topology: producer });
    await publisher.ready();
    const reading = await brokerOf(consumer);
    const started = await startConsumer({
      broker: reading,
      codec: jsonCodec,
      connection: stage.database.connection,
      log: silent,
      subscription: { ...consumer, handlers: {}, async otherwise() {} },
    });
    await started.ready();
    const message = { exchange: 'ev.producer', key: 'thing.x.v1', bytes: Buffer.from('bad'), messageId: 'm', type: 't' };
    await publisher.publish(message);
    const parked = () => reading.withChannel(async (channel) => (await channel.checkQueue('q.consumer.parking')).messageCount);
    await waitFor(async () => (await parked()) === 1, { describe: 'the bad message is parked' });
    await started.stop();
    await publisher.stop();
  });

  it("cannot read another's queue or exchange, nor write to it", async () => {
    const reading = await brokerOf(consumer);
    const refused = { code: 403 };
    const attempt = (work: Parameters<Broker['withChannel']>[0]) => reading.withChannel(work);
    await expect(attempt((channel) => channel.get('q.producer.events'))).rejects.toMatchObject(refused);
    await expect(attempt((channel) => channel.bindQueue('q.consumer.events', 'ev.producer.aside', '#'))).rejects.toMatchObject(refused);
    await expect(attempt((channel) => channel.deleteQueue('q.producer.parking'))).rejects.toMatchObject(refused);
    const publisher = createPublisher(reading);
    const forged = { exchange: 'ev.producer', key: 'thing.x.v1', bytes: Buffer.from('x'), messageId: 'm', type: 't' };
    await expect(publisher.publish(forged)).rejects.toMatchObject({ name: 'PublishRefused' });
    await publisher.stop();
  });
});
