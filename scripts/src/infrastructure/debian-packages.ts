import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { runCommand } from './run-command.ts';

const POLICY_FILE = '/usr/sbin/policy-rc.d';
const LOCK_WAIT = ['-o', 'DPkg::Lock::Timeout=180'];

export function canInstallDebianPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages without starting the daemons they bring. */
export async function installDebianPackages(names: readonly string[], onLine?: (line: string) => void): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const report = onLine === undefined ? {} : { onLine };
  // Debian starts a daemon as soon as it is installed, unless this file refuses: ours run privately.
  const guarded = !existsSync(POLICY_FILE);
  if (guarded) await writeFile(POLICY_FILE, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const update = await runCommand('apt-get', [...LOCK_WAIT, 'update'], { env, ...report });
    const install = await runCommand(
      'apt-get',
      [...LOCK_WAIT, 'install', '-y', '--no-install-recommends', ...names],
      { env, ...report },
    );
    if (install.code !== 0) {
      throw new Error(`apt-get could not install ${names.join(', ')}: ${lastLine(install.output || update.output)}`);
    }
  } finally {
    if (guarded) await rm(POLICY_FILE, { force: true });
  }
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
