import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as documents from './documents.ts';

const folder = join(import.meta.dirname, '../../../gateway/documents');

describe('the operations of the journey', () => {
  it('are those that the gateway plans at its start, letter by letter', () => {
    const planned = globSync('*.graphql', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8').trim());
    expect(planned.toSorted()).toEqual(Object.values(documents).toSorted());
  });
});
