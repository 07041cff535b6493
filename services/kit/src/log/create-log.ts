import pino from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type { Logger } from 'pino';

/** Lines written together; at most half a second of them is lost by a `kill -9`, none at an ordinary exit. */
const inBatches = { sync: false, minLength: 15_000, periodicFlush: 500 };

/**
 * JSON log lines with the service's name, ISO time and level in words. Keys that could hold personal data or
 * secrets are removed wherever they stand up to two levels deep. `batched` is for a process that writes a line for
 * every one of many small requests.
 */
export function createLog(
  options: { service: string; level: string; batched?: boolean },
  destination?: DestinationStream,
): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: sensitive.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[removed]' },
  };
  if (destination !== undefined) return pino(settings, destination);
  return options.batched === true ? pino(settings, pino.destination(inBatches)) : pino(settings);
}

const sensitive = [
  'password',
  'token',
  'refreshToken',
  'accessToken',
  'authorization',
  'cookie',
  'cpf',
  'cnpj',
  'email',
  'mobile',
  'landline',
  'fullName',
  'secret',
];
