import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { errorRows, errorTable, errorTableFile } from './error-table.ts';

const root = join(import.meta.dirname, '../..');

it('gateway/ERRORS.md is what the code gives (npm run errors)', () => {
  expect(readFileSync(errorTableFile, 'utf8')).toBe(errorTable());
});

it('no code has two definitions that differ', () => {
  const definitions = new Map<string, Set<string>>();
  for (const { code, definition: { kind, en, pt } } of errorRows()) {
    definitions.set(code, (definitions.get(code) ?? new Set()).add(JSON.stringify({ kind, en, pt })));
  }
  expect([...definitions].filter(([, different]) => different.size > 1).map(([code]) => code)).toEqual([]);
});

it('every catalogue in the sources is in the table', () => {
  const sources = globSync(['gateway/src/**/*.ts', 'services/*/src/**/*.ts'], { cwd: root, exclude: ['**/*.spec.ts', '**/generated/**'] });
  const known = new Set(errorRows().map(({ code }) => code));
  const codes = sources
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .filter((text) => text.includes('= defineErrors({'))
    .flatMap((text) => [...text.matchAll(/^ {2}([A-Z][A-Z_]+): \{/gm)].map(([, code]) => code ?? ''));
  expect(codes.length).toBeGreaterThanOrEqual(known.size);
  expect(codes.filter((code) => !known.has(code))).toEqual([]);
});
