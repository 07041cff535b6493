import { expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { composeSupergraph } from './compose-supergraph.ts';

it('the subgraphs compose, and the public API shows nothing of the machinery', () => {
  const { supergraph, apiSchema } = composeSupergraph();
  expect(supergraph).toContain('url: "http://identity/graphql"');
  const names = Object.keys(buildSchema(apiSchema).getTypeMap());
  expect(names.filter((name) => /^(_|join__|link__|FieldSet)/.test(name) && !name.startsWith('__'))).toEqual([]);
});
