import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findProjectRoot, localFolderIn } from './infrastructure/local-folder.ts';
import { runningState } from './stack/running-state.ts';

// `npm run reset`: forgets data, mails, logs and secrets; what was downloaded stays.
const local = localFolderIn(join(findProjectRoot(), '.guiche'));
const running = await runningState(local.stateFile);
if (running === undefined) {
  const { dataFolder, logFolder, mailboxFolder, secretsFile, signingKeysFile, stateFile } = local;
  for (const path of [dataFolder, logFolder, mailboxFolder, secretsFile, signingKeysFile, stateFile]) {
    await rm(path, { recursive: true, force: true });
  }
  console.log('Forgotten: data, mails, logs and secrets. `npm start` begins anew.');
} else {
  console.error(`Guichê is running (process ${running.launcher.pid}): stop it with Ctrl-C first.`);
  process.exitCode = 1;
}
