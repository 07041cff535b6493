import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readTypeDefs } from './read-type-defs.ts';

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'schema-'));
});
afterEach(() => rmSync(workspace, { recursive: true }));

it('a schema in one file is that file', () => {
  writeFileSync(join(workspace, 'schema.graphql'), 'type Query { a: Int }');
  expect(readTypeDefs(workspace)).toBe('type Query { a: Int }');
});

it('a schema in files by topic is all of them, in the order of their names', () => {
  mkdirSync(join(workspace, 'schema'));
  writeFileSync(join(workspace, 'schema', 'b.graphql'), 'extend type Query { b: Int }');
  writeFileSync(join(workspace, 'schema', 'a.graphql'), 'extend type Query { a: Int }');
  expect(readTypeDefs(workspace)).toBe('extend type Query { a: Int }\nextend type Query { b: Int }');
});

it('a workspace without a schema is a mistake that is told', () => {
  expect(() => readTypeDefs(workspace)).toThrow('No schema.graphql');
});
