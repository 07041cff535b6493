import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInfrastructure, TEST_TRANSACTION_SECONDS } from './infrastructure/infrastructure.ts';
import type { Infrastructure } from './infrastructure/infrastructure.ts';
import { findProjectRoot, localFolderIn } from './infrastructure/local-folder.ts';
import { newSecrets } from './infrastructure/secrets.ts';
import { newClosers } from './stack/closers.ts';
import { onInterruption } from './stack/interruption.ts';
import { runJest } from './stack/run-jest.ts';
import type { Count, TestProject } from './stack/run-jest.ts';
import { CHECKS, GENERATION, TEST_PROJECTS, needsInfrastructure, parseSelection, runCheck, summaryOf } from './stack/test-run.ts';

// `npm test`: everything that must hold, on a MongoDB and a RabbitMQ of its own. See scripts/README.md.
const root = findProjectRoot();
const selection = parseSelection(process.argv.slice(2));
const closers = newClosers();
const counts: Count[] = [];
const interruption = new AbortController();

onInterruption(() => {
  say('Interrupted: stopping what was started.');
  interruption.abort();
});

try {
  await runSelected();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  counts.push({ passed: 0, failed: 1 });
}
for (const error of await closers.closeAll()) say(error.message);
end([...counts, { passed: 0, failed: interruption.signal.aborted ? 1 : 0 }]);

async function runSelected(): Promise<void> {
  const { signal } = interruption;
  // Started beside the checks, which do not need it; if it fails, that is said where it is awaited.
  const infrastructure = needsInfrastructure(selection) ? beginInfrastructure() : undefined;
  infrastructure?.catch(() => undefined);
  try {
    if (selection.parts.includes('checks')) {
      await step(GENERATION.name, () => runCheck(root, GENERATION.script, signal));
      await Promise.all(CHECKS.map(({ name, script }) => step(name, () => runCheck(root, script, signal))));
    }
    const chosen = TEST_PROJECTS.filter(({ project }) => selection.parts.includes(project));
    for (const { name } of chosen.filter(({ project }) => project === 'unit')) await step(name, () => jest('unit', {}));
    if (infrastructure === undefined || signal.aborted) return;
    const environment = environmentFor(await infrastructure);
    for (const { name, project } of chosen.filter(({ project }) => project !== 'unit')) await step(name, () => jest(project, environment));
  } finally {
    await infrastructure?.catch(() => undefined);
  }
}

function jest(project: TestProject, environment: Readonly<Record<string, string>>): ReturnType<typeof runJest> {
  return runJest({ root, project, patterns: selection.patterns, environment, signal: interruption.signal, onLine: say });
}

async function beginInfrastructure(): Promise<Infrastructure> {
  const folder = await mkdtemp(join(tmpdir(), 'guiche-test-'));
  closers.add('folder', () => rm(folder, { recursive: true, force: true }));
  process.env['TMPDIR'] = folder;
  const { cacheFolder } = localFolderIn(join(root, '.guiche'));
  const infrastructure = await startInfrastructure({
    transactionLifetimeSeconds: TEST_TRANSACTION_SECONDS,
    folder,
    logFolder: join(folder, 'logs'),
    cacheFolder,
    secrets: newSecrets(),
    onLine: () => undefined,
  });
  closers.add('infrastructure', () => infrastructure.stop());
  return infrastructure;
}

function environmentFor({ mongo, rabbit }: Infrastructure): Record<string, string> {
  return { TEST_MONGO_URL: mongo.url, TEST_RABBITMQ_URL: rabbit.url, TEST_RABBITMQ_API: rabbit.apiUrl };
}

async function step(name: string, run: () => Promise<Count & { output: string }>): Promise<void> {
  if (interruption.signal.aborted) return;
  const startedAt = performance.now();
  say(`▸ ${name}`);
  const { output, ...count } = await run();
  if (interruption.signal.aborted) return;
  counts.push(count);
  if (count.failed > 0) say(output);
  say(`${count.failed > 0 ? '✗' : '✓'} ${name}: ${summaryOf([count]).line}, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

function end(all: readonly Count[]): never {
  const { line, succeeded } = summaryOf(all);
  console.log(line);
  process.exit(succeeded ? 0 : 1);
}

function say(text: string): void {
  console.log(text);
}
