import type { ConfirmChannel, GetMessage } from 'amqplib';
import type { Logger } from 'pino';
import type { Broker } from './broker.ts';
import { createPublisher } from './publisher.ts';
import type { Publisher } from './publisher.ts';
import { backKey, consumerNames, unroutedQueue } from './topology.ts';

export interface RedriveResult {
  redriven: number;
  /** How many of them were there for which reason. */
  reasons: Record<string, number>;
}

/**
 * Sends parked messages back to their own consumer, with the same message id and no attempts counted. Looks at no more
 * than were there at the start, so that one that is parked again does not go round for ever. Each is written to the log.
 */
export async function redrive(
  broker: Broker,
  service: string,
  options: { limit: number; log: Logger },
): Promise<RedriveResult> {
  const names = consumerNames(service);
  return drain(broker, names.parking, options, () => ({ exchange: names.retryExchange, key: backKey }));
}

/**
 * Publishes again, to the same exchange and key, what no queue wanted when it came. Needs the operator's rights. What
 * still has no queue goes back to `q.unrouted`.
 */
export async function redriveUnrouted(broker: Broker, options: { limit: number; log: Logger }): Promise<RedriveResult> {
  return drain(broker, unroutedQueue, options, ({ fields }) => ({ exchange: fields.exchange, key: fields.routingKey }));
}

async function drain(
  broker: Broker,
  queue: string,
  { limit, log }: { limit: number; log: Logger },
  destinationOf: (message: GetMessage) => { exchange: string; key: string },
): Promise<RedriveResult> {
  const publisher = createPublisher(broker);
  const reasons: Record<string, number> = {};
  try {
    const redriven = await broker.withChannel(async (channel) => {
      const { messageCount } = await channel.checkQueue(queue);
      let done = 0;
      while (done < Math.min(limit, messageCount)) {
        const message = await channel.get(queue);
        if (message === false) break;
        const { exchange, key } = destinationOf(message);
        const reason = await sendBack(channel, publisher, message, exchange, key);
        log.info({ audit: 'redrive', queue, messageId: String(message.properties.messageId), reason }, 'a message was sent back');
        reasons[reason] = (reasons[reason] ?? 0) + 1;
        done += 1;
      }
      return done;
    });
    return { redriven, reasons };
  } finally {
    await publisher.stop();
  }
}

async function sendBack(
  channel: ConfirmChannel,
  publisher: Publisher,
  message: GetMessage,
  exchange: string,
  key: string,
): Promise<string> {
  const headers: Record<string, unknown> = message.properties.headers ?? {};
  const redrives = typeof headers['guiche-redrives'] === 'number' ? headers['guiche-redrives'] : 0;
  await publisher.publish({
    exchange,
    key,
    bytes: message.content,
    messageId: String(message.properties.messageId),
    type: String(message.properties.type),
    headers: { attempt: 0, 'guiche-redrives': redrives + 1 },
  });
  channel.ack(message);
  const reason = headers['guiche-reason'] ?? headers['x-first-death-reason'];
  return typeof reason === 'string' ? reason : 'unknown';
}
