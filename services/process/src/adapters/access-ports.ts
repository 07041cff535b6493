import { createHash } from 'node:crypto';
import type { ClientSession, Connection } from 'mongoose';
import type { AccessPorts, AccessSecrets } from '../use-cases/access/ports.ts';
import { createAccessAttempts } from './mongo/access/access-attempts.ts';
import { accessCodeRepository } from './mongo/access/access-code-repository.ts';
import { readLogRepository } from './mongo/access/read-log-repository.ts';
import { vistaRepository, vistaSettings } from './mongo/access/vista-repository.ts';
import { createAccessSecrets } from './tokens/access-secrets.ts';

/** Makes and reads links, codes and sessions. */
export function accessSecretsOf(key: (purpose: string) => Buffer): AccessSecrets {
  return createAccessSecrets(key('isolated-access'));
}

/** The ports of access from outside; `key` derives a secret by purpose. */
export function accessPorts(
  { connection, key }: { connection: Connection; key: (purpose: string) => Buffer },
  session: ClientSession | undefined,
): AccessPorts {
  return {
    accessSecrets: accessSecretsOf(key),
    accessCodes: accessCodeRepository(connection, session),
    accessAttempts: createAccessAttempts(connection, key('access-attempts')),
    vistas: vistaRepository(connection, session),
    vistaSettings: vistaSettings(connection, session),
    readLog: readLogRepository(connection),
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  };
}
