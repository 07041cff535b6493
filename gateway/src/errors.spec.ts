import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gatewayErrors } from './errors.ts';
import { credentialMutations, limits } from './limits.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

it('every code that the gateway makes has its row in README.md, with its kind', () => {
  const missing = Object.entries(gatewayErrors).filter(([code, { definition }]) => {
    const row = readme.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${code}\``));
    return row?.includes(`| ${definition.kind} |`) !== true;
  });
  expect(missing.map(([code]) => code)).toEqual([]);
});

it('README.md tells the limits as they are', () => {
  const rows = { tokens: limits.tokens, depth: limits.depth, 'root fields': limits.rootFields, aliases: limits.aliases, directives: limits.directives, cost: limits.cost };
  for (const [name, limit] of Object.entries(rows)) expect(readme).toContain(`| ${name} | ${limit.toLocaleString('en')} |`);
  for (const name of credentialMutations) expect(readme).toContain(`\`${name}\``);
});
