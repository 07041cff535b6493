import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../gateway/documents');

describe('the operations of the journeys', () => {
  it('are those that the gateway plans at its start, letter by letter', async () => {
    const planned = globSync('*.graphql', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8').trim());
    const modules = globSync('**/*documents.ts', { cwd: import.meta.dirname });
    const sent = await Promise.all(modules.map(async (file) => Object.values((await import(join(import.meta.dirname, file))) as Record<string, string>)));
    expect(planned.toSorted()).toEqual(sent.flat().toSorted());
  });
});
