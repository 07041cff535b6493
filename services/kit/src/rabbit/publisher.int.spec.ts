import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '../testing/index.ts';
import { createPublisher } from './index.ts';
import type { OutgoingMessage } from './index.ts';
import { rig } from './test/rig.ts';
import type { Rig } from './test/rig.ts';

let stage: Rig;
beforeAll(async () => {
  stage = await rig({ declared: false });
  await stage.publisher.ready();
  await stage.broker.withChannel(async (channel) => {
    await channel.assertQueue('heard', { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    await channel.bindQueue('heard', 'ev.producer', 'heard.#');
  });
});
afterAll(() => stage.close());

const message = (overrides: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  exchange: 'ev.producer',
  key: 'heard.v1',
  bytes: Buffer.from('x'),
  messageId: 'm',
  type: 't',
  ...overrides,
});

describe('publish', () => {
  it('succeeds when a queue has the message', async () => {
    await stage.publisher.publish(message());
  });

  it('fails when the broker confirms a message that it could not route', async () => {
    await expect(stage.publisher.publish(message({ key: 'unheard.v1' }))).rejects.toMatchObject({ name: 'Unroutable' });
  });

  it('tells the fate of each message apart, also of several with one id in flight', async () => {
    const keys = Array.from({ length: 100 }, (_, index) => (index % 3 === 0 ? 'unheard.v1' : 'heard.v1'));
    const outcomes = await Promise.allSettled(keys.map((key) => stage.publisher.publish(message({ key }))));
    expect(outcomes.map(({ status }) => status)).toEqual(
      keys.map((key) => (key === 'heard.v1' ? 'fulfilled' : 'rejected')),
    );
  });

  it('is not disturbed by messages to an exchange that does not exist', async () => {
    const lost = Promise.allSettled(
      Array.from({ length: 5 }, () => stage.publisher.publish(message({ exchange: 'ev.nobody' }))),
    );
    const fine = await Promise.allSettled(Array.from({ length: 50 }, () => stage.publisher.publish(message())));
    expect(fine.every(({ status }) => status === 'fulfilled')).toBe(true);
    for (const outcome of await lost) expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'PublishRefused' } });
  });

  it('says that the broker is unavailable while it is, and works again when it is back', async () => {
    stage.line.cut();
    await waitFor(() => !stage.publisher.available(), { describe: 'the loss is noticed' });
    await expect(stage.publisher.publish(message())).rejects.toMatchObject({ name: 'BrokerUnavailable' });
    stage.line.mend();
    await waitFor(() => stage.publisher.publish(message()).then(() => true), { describe: 'publishing works again' });
  });

  it('fails when the queue refuses the message', async () => {
    await stage.broker.withChannel(async (channel) => {
      const args = { 'x-queue-type': 'quorum', 'x-max-length': 1, 'x-overflow': 'reject-publish' };
      await channel.assertQueue('full', { durable: true, arguments: args });
      await channel.bindQueue('full', 'ev.producer', 'full.#');
    });
    const publisher = createPublisher(stage.broker);
    const refused = waitFor(
      () => publisher.publish(message({ key: 'full.v1' })).then(() => false, (error: unknown) => error),
      { describe: 'the queue is full' },
    );
    expect(await refused).toMatchObject({ name: 'PublishRefused' });
    await publisher.stop();
  });
});
