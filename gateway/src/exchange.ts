import type { Dispatcher, Pool } from 'undici';

/** One answer of a subgraph, read whole. */
export interface Exchanged {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
}

/** The answer did not come in time. */
export class ExchangeTimeout extends Error {
  override readonly name = 'ExchangeTimeout';
}

/** The answer is larger than any we are willing to hold. */
export class ExchangeTooLarge extends Error {
  override readonly name = 'ExchangeTooLarge';
}

/**
 * Posts one body and reads the answer whole, within `timeoutMs` from queueing to the last byte. It dispatches without
 * undici's body streams, which cost more than the request itself where answers are a few kilobytes of JSON.
 */
export function exchange(
  pool: Pool,
  options: { path: string; headers: readonly string[]; body: string; timeoutMs: number; limitBytes: number },
): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let status = 0;
    let contentType = '';
    let controller: Dispatcher.DispatchController | undefined;
    let failure: Error | undefined;

    const fail = (error: Error): void => {
      failure ??= error;
      clearTimeout(timer);
      reject(failure);
      controller?.abort(failure);
    };
    const timer = setTimeout(() => fail(new ExchangeTimeout(`No answer within ${options.timeoutMs} ms`)), options.timeoutMs);

    pool.dispatch(
      { method: 'POST', path: options.path, headers: options.headers as string[], body: options.body, headersTimeout: 0, bodyTimeout: 0 },
      {
        onRequestStart(started) {
          controller = started;
          if (failure !== undefined) started.abort(failure);
        },
        onResponseStart(_controller, statusCode, headers) {
          status = statusCode;
          const type = headers['content-type'];
          contentType = typeof type === 'string' ? type : '';
        },
        onResponseData(_controller, chunk) {
          size += chunk.length;
          if (size > options.limitBytes) fail(new ExchangeTooLarge(`Answer over ${options.limitBytes} bytes`));
          else chunks.push(chunk);
        },
        onResponseEnd() {
          clearTimeout(timer);
          const [first] = chunks;
          resolve({ status, contentType, body: chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks) });
        },
        onResponseError(_controller, error) {
          fail(error);
        },
      },
    );
  });
}
