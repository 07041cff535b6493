import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

const root = join(import.meta.dirname, '../..');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layering-'));
  copyFileSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Which rules each file of a tree breaks, as `<file>: <rule>`. */
function violations(files: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...options], { cwd: folder, encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`).sort();
}

// Each test starts a program of its own.
jest.setTimeout(30_000);

describe('the layers', () => {
  it('pass when every import points inwards', () => {
    const found = violations({
      'services/kit/src/errors/index.ts': 'export const invalid = 1;',
      'services/process/src/domain/process.ts': `import '../../../kit/src/errors/index.ts';`,
      'services/process/src/use-cases/open-process.ts': `import '../domain/process.ts';`,
      'services/process/src/adapters/mongo/process-repository.ts': `import 'mongoose'; import '../../domain/process.ts';`,
      'services/process/src/config.ts': '',
      'services/process/src/main.ts': `import './config.ts'; import './adapters/mongo/process-repository.ts';`,
    });
    expect(found).toEqual([]);
  });

  it('are kept by rules that refuse a seeded violation each', () => {
    const processRepository = 'process/src/adapters/mongo/process-repository.ts';
    const found = violations({
      [`services/${processRepository}`]: `import '../../config.ts';`,
      'services/process/src/config.ts': '',
      'services/process/src/domain/process.ts': `import 'node:fs';`,
      'services/process/src/domain/document.ts': `import type {} from 'mongoose';`,
      'services/process/src/use-cases/open-process.ts': `import 'node:crypto';`,
      'services/process/src/use-cases/close-process.ts': `import type {} from 'mongoose';`,
      'services/process/src/use-cases/sign-document.ts': `import '../adapters/mongo/process-repository.ts';`,
      'services/process/src/main.ts': `import './start.ts';`,
      'services/process/src/start.ts': `import './main.ts';`,
      'services/ticketing/src/main.ts': `import '../../${processRepository}';`,
      'services/kit/src/outbox/index.ts': `import '../../../${processRepository}';`,
      'gateway/src/main.ts': `import '../../services/${processRepository}';`,
    });
    expect(found).toEqual([
      'gateway/src/main.ts: gateway-stands-alone',
      'services/kit/src/outbox/index.ts: kit-and-contracts-stand-apart',
      'services/process/src/adapters/mongo/process-repository.ts: adapters-know-not-the-wiring',
      'services/process/src/domain/document.ts: domain-knows-only-itself',
      'services/process/src/domain/process.ts: domain-knows-only-itself',
      'services/process/src/main.ts: no-cycles',
      'services/process/src/use-cases/close-process.ts: use-cases-know-no-technology',
      'services/process/src/use-cases/open-process.ts: use-cases-know-no-technology',
      'services/process/src/use-cases/sign-document.ts: use-cases-know-no-technology',
      'services/ticketing/src/main.ts: services-stand-alone',
    ]);
  });
});
