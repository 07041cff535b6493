import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
const services = globSync('services/*/src/use-cases', { cwd: root });

describe('the use cases of a service', () => {
  it.each(services)('%s: each has the name of its constant, and no other has it: idempotency keys are kept under it', (folder) => {
    const texts = globSync(`${folder}/**/*.ts`, { cwd: root }).map((file) => readFileSync(resolve(root, file), 'utf8'));
    const found = texts.flatMap((text) => [...text.matchAll(/const (\w+) = defineUseCase\(\{\s+name: '(\w*)'/g)]);
    expect(found.filter(([, constant, name]) => constant !== name).map(([whole]) => whole)).toEqual([]);
    expect(new Set(found.map(([, , name]) => name)).size).toBe(found.length);
    expect(found).toHaveLength(texts.join().split('= defineUseCase(').length - 1);
  });
});
