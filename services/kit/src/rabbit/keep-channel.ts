import { setTimeout as sleep } from 'node:timers/promises';
import type { ConfirmChannel, RecoveringChannelModel } from 'amqplib';
import type { Logger } from 'pino';

export interface ChannelOptions {
  /** For the log. */
  name: string;
  /** Run on every new channel before it counts as open. A failure closes the channel, and another is tried. */
  setup?(channel: ConfirmChannel): Promise<void>;
  /** Told why the broker closed a channel. */
  onError?(error: Error): void;
}

export interface KeptChannel {
  /** The open channel, or null while there is none. */
  current(): ConfirmChannel | null;
  /** The open channel as soon as there is one; rejects when stopped. */
  opened(): Promise<ConfirmChannel>;
  stop(): Promise<void>;
}

const firstDelayMs = 100;
const longestDelayMs = 5_000;

/** Opens a channel again and again until stopped; a fault of one channel never touches another. */
export function keepChannel(link: RecoveringChannelModel, options: ChannelOptions & { log: Logger }): KeptChannel {
  const { name, log } = options;
  const stopping = new AbortController();
  let current: ConfirmChannel | null = null;
  let waiters: { resolve: (channel: ConfirmChannel) => void; reject: (error: Error) => void }[] = [];

  async function keep(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        const channel = await link.createConfirmChannel();
        await useUntilClosed(channel, () => {
          failures = 0;
        });
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.warn({ channel: name, reason: reasonOf(error) }, 'a channel could not be opened');
      }
      const delayMs = Math.min(longestDelayMs, firstDelayMs * 2 ** failures);
      failures = Math.min(failures + 1, 10);
      await sleep(delayMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  async function useUntilClosed(channel: ConfirmChannel, onReady: () => void): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      channel.once('close', () => {
        if (current === channel) current = null;
        resolve();
      });
    });
    channel.on('error', (error: Error) => {
      log.warn({ channel: name, reason: error.message }, 'the broker closed a channel');
      options.onError?.(error);
    });
    channel.on('handler-error', (error: Error) => {
      log.error({ err: error, channel: name }, 'a listener of a channel failed');
    });
    try {
      await options.setup?.(channel);
    } catch (error) {
      await close(channel);
      throw error;
    }
    if (stopping.signal.aborted) {
      await close(channel);
      return;
    }
    current = channel;
    onReady();
    for (const { resolve } of waiters.splice(0)) resolve(channel);
    await closed;
  }

  const keeping = keep();

  return {
    current: () => current,
    opened() {
      if (current !== null) return Promise.resolve(current);
      return new Promise((resolve, reject) => waiters.push({ resolve, reject }));
    },
    async stop() {
      if (stopping.signal.aborted) return;
      stopping.abort();
      for (const { reject } of waiters) reject(new Error(`Channel ${name} was stopped`));
      waiters = [];
      const channel = current;
      current = null;
      if (channel === null) return;
      await close(channel);
      await keeping;
    },
  };
}

const closeTimeoutMs = 2_000;

async function close(channel: ConfirmChannel): Promise<void> {
  const closing = Promise.resolve().then(() => channel.close());
  await Promise.race([closing.catch(() => undefined), sleep(closeTimeoutMs, undefined, { ref: false })]);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
