import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstallDebianPackages, installDebianPackages } from './debian-packages.ts';

// The wrapper in /usr/sbin changes user and then cannot write to a private folder: the plain script comes first.
const SERVER_SCRIPTS = [
  '/usr/lib/rabbitmq/bin/rabbitmq-server',
  '/opt/rabbitmq/sbin/rabbitmq-server',
  '/usr/local/opt/rabbitmq/sbin/rabbitmq-server',
  '/opt/homebrew/opt/rabbitmq/sbin/rabbitmq-server',
];

export const RABBITMQ_ADVICE =
  'RabbitMQ was not found: install rabbitmq-server (on Debian: apt-get install rabbitmq-server), or set RABBITMQ_URL.';

export interface RabbitmqSearch {
  readonly exists: (path: string) => boolean;
  readonly path: string;
  readonly canInstall: () => boolean;
  readonly install: () => Promise<void>;
}

/** The server's own script on this machine, installed first where that can be done. */
export async function findRabbitmqServer(search: RabbitmqSearch): Promise<string> {
  const installed = lookForScript(search);
  if (installed !== undefined) return installed;
  if (!search.canInstall()) throw new Error(RABBITMQ_ADVICE);
  await search.install();
  const brought = lookForScript(search);
  if (brought === undefined) throw new Error(RABBITMQ_ADVICE);
  return brought;
}

function lookForScript({ exists, path }: RabbitmqSearch): string | undefined {
  const onPath = path.split(delimiter).filter((folder) => folder !== '').map((folder) => join(folder, 'rabbitmq-server'));
  return [...SERVER_SCRIPTS, ...onPath].find((candidate) => exists(candidate));
}

export function rabbitmqSearchOnThisMachine(onLine?: (line: string) => void): RabbitmqSearch {
  return {
    exists: existsSync,
    path: process.env['PATH'] ?? '',
    canInstall: canInstallDebianPackages,
    install: () => installDebianPackages(['rabbitmq-server'], onLine),
  };
}
