import { connect } from 'amqplib';
import type { ConfirmChannel, RecoveringChannelModel } from 'amqplib';
import type { Logger } from 'pino';
import { keepChannel } from './keep-channel.ts';
import type { ChannelOptions, KeptChannel } from './keep-channel.ts';
import { within } from './within.ts';

/** What a channel is for. Each has its own connection, so that a broker that holds back publishers still takes acks. */
export type Purpose = 'publishing' | 'consuming';

export interface Broker {
  /** Keeps one channel open for as long as the broker is not closed, set up again after every loss. */
  keepChannel(purpose: Purpose, options: ChannelOptions): KeptChannel;
  /** Runs `work` on a channel of its own. Throws when the broker cannot be reached within `timeoutMs` (default 5000). */
  withChannel<Result>(work: (channel: ConfirmChannel) => Promise<Result>, timeoutMs?: number): Promise<Result>;
  /** Whether the connection for this purpose is open now. */
  connected(purpose: Purpose): boolean;
  close(): Promise<void>;
}

/**
 * Connects in the background and for ever: resolves at once, also while the broker is down, so that a service can
 * start, serve and fill its outbox. `name` shows in the broker's list of connections.
 */
export async function connectBroker(options: {
  url: string;
  log: Logger;
  name?: string;
  /** First and longest wait between two attempts. */
  reconnectMs?: { first: number; longest: number };
}): Promise<Broker> {
  const { log, reconnectMs = { first: 100, longest: 5_000 } } = options;
  const kept = new Set<KeptChannel>();
  const open = new Set<Purpose>();

  async function link(purpose: Purpose): Promise<RecoveringChannelModel> {
    const connection = await connect(withHeartbeat(options.url), {
      timeout: 10_000,
      noDelay: true,
      keepAlive: true,
      clientProperties: { connection_name: `${options.name ?? 'guiche'} ${purpose}` },
      recovery: { waitForConnect: false, initialDelay: reconnectMs.first, maxDelay: reconnectMs.longest },
    });
    connection.on('connect', () => {
      open.add(purpose);
      log.info({ purpose }, 'connected to the broker');
    });
    connection.on('disconnect', (error) => {
      open.delete(purpose);
      log.warn({ purpose, reason: error.message }, 'lost the broker, reconnecting');
    });
    connection.on('connect-failed', (error: Error) => {
      log.warn({ purpose, reason: error.message }, 'cannot reach the broker, trying again');
    });
    connection.on('error', (error) => {
      log.warn({ purpose, reason: error.message }, 'fault on the broker connection');
    });
    connection.on('blocked', (reason) => {
      log.warn({ purpose, reason }, 'the broker holds back publishers');
    });
    connection.on('handler-error', (error: Error) => {
      log.error({ err: error, purpose }, 'a listener of the broker connection failed');
    });
    return connection;
  }

  const links = { publishing: await link('publishing'), consuming: await link('consuming') };

  return {
    keepChannel(purpose, channelOptions) {
      const channel = keepChannel(links[purpose], { ...channelOptions, log });
      kept.add(channel);
      return channel;
    },
    async withChannel(work, timeoutMs = 5_000) {
      const opening = links.publishing.createConfirmChannel();
      const channel = await within(opening, timeoutMs, 'The broker cannot be reached').catch((error: unknown) => {
        void opening.then((late) => late.close()).catch(() => undefined);
        throw error;
      });
      channel.on('error', () => undefined);
      try {
        return await work(channel);
      } finally {
        await channel.close().catch(() => undefined);
      }
    },
    connected: (purpose) => open.has(purpose),
    async close() {
      await Promise.all([...kept].map((channel) => channel.stop()));
      const closing = Promise.all([links.publishing.close(), links.consuming.close()]);
      // A broker that does not answer must not hold up the end of the process.
      await within(closing, 3_000, 'The broker did not answer the close').catch(() => undefined);
      open.clear();
    },
  };
}

function withHeartbeat(url: string): string {
  const parsed = new URL(url);
  if (!parsed.searchParams.has('heartbeat')) parsed.searchParams.set('heartbeat', '10');
  return parsed.href;
}
