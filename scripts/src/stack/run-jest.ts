import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../infrastructure/run-command.ts';

export type TestProject = 'unit' | 'int' | 'e2e';

export interface JestRun {
  readonly root: string;
  readonly project: TestProject;
  readonly patterns: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** A line for each file that is done. */
  readonly onLine?: (line: string) => void;
}

export interface Count {
  readonly passed: number;
  readonly failed: number;
}

const LIMITS: Readonly<Record<TestProject, readonly string[]>> = {
  unit: ['--maxWorkers=2', '--testTimeout=5000'],
  int: ['--maxWorkers=2', '--testTimeout=60000'],
  e2e: ['--maxWorkers=2', '--testTimeout=180000'],
};

/** Runs one kind of tests in a process of its own and counts; a file that cannot even be loaded counts as a failure. */
export async function runJest(run: JestRun): Promise<Count & { readonly output: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'guiche-jest-'));
  const report = join(folder, 'report.json');
  const onLine = run.onLine;
  try {
    const { code, output } = await runCommand(
      process.execPath,
      [
        join(run.root, 'node_modules', 'jest', 'bin', 'jest.js'),
        ...['--selectProjects', run.project],
        ...['--json', '--outputFile', report],
        ...LIMITS[run.project],
        ...(run.patterns.length === 0 ? [] : ['--testPathPatterns', ...run.patterns]),
      ],
      {
        cwd: run.root,
        ...(run.signal === undefined ? {} : { signal: run.signal }),
        env: { ...process.env, ...run.environment, CI: 'true', FORCE_COLOR: '0' },
        ...(onLine === undefined ? {} : { onLine: (line: string) => (/^(PASS|FAIL) /.test(line) ? onLine(line) : undefined) }),
      },
    );
    return { ...countFrom(await readFile(report, 'utf8').catch(() => ''), code), output: withoutReport(output) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** No report at all is one failure; so is an exit code that says "failed" where the report does not. */
export function countFrom(report: string, exitCode: number): Count {
  if (report === '') return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(report) as JestReport;
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

function withoutReport(output: string): string {
  return output.split('\n').filter((line) => !line.startsWith('Test results written to')).join('\n');
}
