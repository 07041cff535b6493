import { randomInt } from 'node:crypto';
import { connect } from 'amqplib';
import type { ConfirmChannel, ConsumeMessage } from 'amqplib';
import { SERVICE_NAMES } from '../../scripts/src/infrastructure/service-names.ts';
import { topologies } from '../../scripts/src/infrastructure/topologies.ts';
import type { TestWorld } from '../../scripts/src/journey/test-world.ts';

const copies = 3;
const windowSize = 50;
const flushMs = 150;

/**
 * Puts itself between the exchanges and every service's queue: what comes through is delivered three times, shuffled in
 * a window of 50. Answers how many messages it has let through, and puts everything back on `stop`.
 */
export async function shuffleDeliveries(world: TestWorld): Promise<{ passed(): number; stop(): Promise<void> }> {
  const { administration, tenancy } = world.stack;
  const url = new URL(administration.rabbitUrl);
  url.pathname = `/${encodeURIComponent(tenancy.vhost)}`;
  const connection = await connect(url.href);
  const channel = await connection.createConfirmChannel();
  let passed = 0;
  const flushes: (() => void)[] = [];

  for (const service of SERVICE_NAMES) {
    const queue = `q.${service}.events`;
    const between = `shuffle.${service}`;
    await channel.assertQueue(between, { durable: true });
    for (const { exchange, key } of bindingsOf(service)) {
      await channel.bindQueue(between, exchange, key);
      await channel.unbindQueue(queue, exchange, key);
    }
    let held: ConsumeMessage[] = [];
    let timer: NodeJS.Timeout | undefined;
    const flush = (): void => {
      clearTimeout(timer);
      const messages = held;
      held = [];
      for (const message of shuffled(messages.flatMap((message) => Array.from({ length: copies }, () => message)))) {
        send(channel, queue, message);
      }
      for (const message of messages) channel.ack(message);
      passed += messages.length;
    };
    flushes.push(flush);
    await channel.consume(between, (message) => {
      if (message === null) return;
      held.push(message);
      clearTimeout(timer);
      if (held.length >= windowSize) flush();
      else timer = setTimeout(flush, flushMs);
    });
  }

  return {
    passed: () => passed,
    async stop() {
      for (const service of SERVICE_NAMES) {
        for (const { exchange, key } of bindingsOf(service)) {
          await channel.bindQueue(`q.${service}.events`, exchange, key);
          await channel.unbindQueue(`shuffle.${service}`, exchange, key);
        }
      }
      for (const flush of flushes) flush();
      await channel.waitForConfirms();
      for (const service of SERVICE_NAMES) await channel.deleteQueue(`shuffle.${service}`);
      await connection.close();
    },
  };
}

function bindingsOf(service: string): readonly { exchange: string; key: string }[] {
  return topologies.find((topology) => topology.service === service)?.bindings ?? [];
}

function send(channel: ConfirmChannel, queue: string, { content, properties }: ConsumeMessage): void {
  channel.sendToQueue(queue, content, {
    persistent: true,
    messageId: properties.messageId as string,
    type: properties.type as string,
    headers: properties.headers ?? {},
  });
}

function shuffled<Item>(items: Item[]): Item[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [items[last], items[other]] = [items[other] as Item, items[last] as Item];
  }
  return items;
}
