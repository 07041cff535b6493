import pino from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * JSON log lines with the service's name, ISO time and level in words. Keys that could hold personal data or
 * secrets are removed wherever they stand up to two levels deep.
 */
export function createLog(
  options: { service: string; level: string },
  destination?: DestinationStream,
): Logger {
  const settings = {
    level: options.level,
    base: { service: options.service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: sensitive.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[removed]' },
  };
  return destination === undefined ? pino(settings) : pino(settings, destination);
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
