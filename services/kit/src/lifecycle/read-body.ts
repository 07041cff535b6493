import type { IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { defineErrors } from '../errors/index.ts';

export const bodyErrors = defineErrors({
  BODY_TOO_LARGE: {
    kind: 'invalid',
    pt: 'O pedido passa do limite de {limitBytes} bytes. Envie arquivos por createUpload.',
    en: 'The request is over the limit of {limitBytes} bytes. Send files through createUpload.',
  },
});

/** What `Content-Length` announces, or 0 without one. */
export function announcedLength(request: IncomingMessage): number {
  const length = Number(request.headers['content-length'] ?? 0);
  return Number.isSafeInteger(length) ? length : 0;
}

/** Collects a body of at most `limitBytes`. The request stays open after a refusal, so that it can be answered. */
export function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  // Plain events: an async iterator costs more than the rest of a small request.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (how: () => void): void => {
      request.off('data', onData).off('end', onEnd).off('error', onError).off('close', onClose);
      how();
    };
    const tooLarge = (): void => settle(() => reject(bodyErrors.BODY_TOO_LARGE({ limitBytes })));
    const onData = (chunk: Buffer): void => {
      size += chunk.length;
      chunks.push(chunk);
      if (size <= limitBytes) return;
      request.pause();
      tooLarge();
    };
    const onEnd = (): void => settle(() => resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)));
    const onError = (error: Error): void => settle(() => reject(error));
    const onClose = (): void => onError(new Error('The connection closed before the whole body had come'));
    if (announcedLength(request) > limitBytes) tooLarge();
    else request.on('data', onData).on('end', onEnd).on('error', onError).on('close', onClose);
  });
}

const discardBytes = 32 * 1024 * 1024;
const discardMs = 5_000;

/**
 * Reads away what is left of a body that was refused, within bounds, then closes the connection: a client that is
 * still sending would otherwise see a reset connection in place of the answer.
 */
export async function discardBody(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  let left = discardBytes;
  const stop = new AbortController();
  const done = new Promise<void>((resolve) => {
    request.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) resolve();
    });
    request.once('end', resolve).once('close', resolve);
    request.resume();
  });
  const timeout = delay(discardMs, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
  await Promise.race([done, timeout]);
  stop.abort();
  if (!request.complete) request.destroy();
}
