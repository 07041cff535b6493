// `npm run environment` writes .env, once, readable by its owner only.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../infrastructure/local-folder.ts';
import { newSecrets } from '../infrastructure/secrets.ts';
import { environmentFile } from './environment-file.ts';

const path = join(findProjectRoot(), '.env');
if (existsSync(path)) {
  console.error('.env is there already; new secrets would lock the services out of their data.');
  process.exitCode = 1;
} else {
  writeFileSync(path, environmentFile(newSecrets()), { mode: 0o600 });
  console.log('Written: .env. Fill in PUBLIC_URL, PORTAL_URL, SMTP_URL and MAIL_FROM, then: docker compose up --build');
}
