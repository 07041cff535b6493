import { runCommand } from '../infrastructure/run-command.ts';
import type { Count, TestProject } from './run-jest.ts';

interface Check {
  readonly name: string;
  readonly script: string;
}

/** What `npm test` does first, because all else reads it. A check is a command of the root package; it counts as one test. */
export const GENERATION: Check = { name: 'generated code', script: 'codegen' };

/** What comes next, side by side. */
export const CHECKS: readonly Check[] = [
  { name: 'lint', script: 'lint' },
  { name: 'types', script: 'typecheck' },
  { name: 'layering', script: 'layering' },
  { name: 'contracts', script: 'contracts' },
];

export const TEST_PROJECTS: readonly { readonly name: string; readonly project: TestProject }[] = [
  { name: 'unit tests', project: 'unit' },
  { name: 'integration tests', project: 'int' },
  { name: 'end-to-end tests', project: 'e2e' },
];

export type Part = 'checks' | TestProject;

export interface TestSelection {
  readonly parts: readonly Part[];
  readonly patterns: readonly string[];
}

const PARTS: readonly Part[] = ['checks', 'unit', 'int', 'e2e'];

/** `--only unit|int|e2e|checks`, more than once if wished; the rest are patterns of file names for Jest. */
export function parseSelection(args: readonly string[]): TestSelection {
  const parts: Part[] = [];
  const patterns: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] !== '--only') {
      patterns.push(args[at] ?? '');
      continue;
    }
    at += 1;
    const part = PARTS.find((known) => known === args[at]);
    if (part === undefined) throw new Error(`--only takes one of ${PARTS.join(', ')}.`);
    parts.push(part);
  }
  return { parts: parts.length > 0 ? parts : patterns.length > 0 ? ['unit', 'int', 'e2e'] : PARTS, patterns };
}

export function needsInfrastructure({ parts }: TestSelection): boolean {
  return parts.includes('int') || parts.includes('e2e');
}

export async function runCheck(root: string, script: string, signal: AbortSignal): Promise<Count & { readonly output: string }> {
  const { code, output } = await runCommand('npm', ['run', '--silent', script], { cwd: root, signal });
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** The very last line: what a machine reads. */
export function summaryOf(counts: readonly Count[]): { readonly line: string; readonly succeeded: boolean } {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, succeeded: failed === 0 && passed > 0 };
}
