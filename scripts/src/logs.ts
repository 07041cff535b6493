import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findProjectRoot, localFolderIn } from './infrastructure/local-folder.ts';
import { lastLines } from './infrastructure/log-file.ts';
import { readableLogLine, timeOfLogLine } from './stack/log-line.ts';
import { PROCESS_NAMES } from './stack/process-plans.ts';

// `npm run logs -- [identity ...] [-f] [-n 50]`
const SOURCES: readonly string[] = [...PROCESS_NAMES, 'mongodb', 'rabbitmq'];
const LOOK_EVERY_MS = 300;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { follow: { type: 'boolean', short: 'f', default: false }, lines: { type: 'string', short: 'n', default: '50' } },
});
const { logFolder } = localFolderIn(join(findProjectRoot(), '.guiche'));
const unknown = positionals.filter((name) => !SOURCES.includes(name));
const wanted = positionals.length > 0 ? positionals : [...PROCESS_NAMES];

if (unknown.length > 0) {
  console.error(`No such log: ${unknown.join(', ')}. There are: ${SOURCES.join(', ')}.`);
  process.exitCode = 1;
} else if (!wanted.some((name) => existsSync(fileOf(name)))) {
  console.error('No logs yet: `npm start` writes them.');
  process.exitCode = 1;
} else {
  await showLast(Number(values.lines));
  if (values.follow) await Promise.all(wanted.map(follow));
}

async function showLast(count: number): Promise<void> {
  const lines: { source: string; line: string; time: string }[] = [];
  for (const source of wanted) {
    let time = '';
    for (const line of (await lastLines(fileOf(source), count)).split('\n').filter((text) => text !== '')) {
      time = timeOfLogLine(line) ?? time;
      lines.push({ source, line, time });
    }
  }
  lines.sort((a, b) => a.time.localeCompare(b.time));
  for (const { source, line } of lines.slice(-count)) console.log(readableLogLine(line, source));
}

async function follow(source: string): Promise<never> {
  let position = await sizeOf(source);
  let begun = '';
  for (;;) {
    await sleep(LOOK_EVERY_MS);
    const size = await sizeOf(source);
    if (size < position) position = 0;
    if (size === position) continue;
    const handle = await open(fileOf(source), 'r');
    const { buffer } = await handle.read(Buffer.alloc(size - position), 0, size - position, position);
    await handle.close();
    position = size;
    const lines = (begun + buffer.toString('utf8')).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) console.log(readableLogLine(line, source));
  }
}

async function sizeOf(source: string): Promise<number> {
  const handle = await open(fileOf(source), 'r').catch(() => undefined);
  if (handle === undefined) return 0;
  const { size } = await handle.stat();
  await handle.close();
  return size;
}

function fileOf(source: string): string {
  return join(logFolder, `${source}.log`);
}
